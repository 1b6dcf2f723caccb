import { type Static, Type } from 'typebox'
import { nullable, Timestamp } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'
import { alertLevels } from './site-places.ts'
import { UnitContacts } from './units.ts'

const MenuItem = object({ name: Type.String(), url: Type.String() })

/** A menu; `name` is its place on the pages. */
export const SiteMenu = object({ name: Type.String(), items: Type.Array(MenuItem) })
export type SiteMenu = Static<typeof SiteMenu>

/** What everybody has to know now: it stands above all pages until `until`. */
export const SiteAlert = object({
  level: Type.Enum(alertLevels),
  text: Type.String(),
  url: nullable(Type.String()),
  until: nullable(Timestamp),
})
export type SiteAlert = Static<typeof SiteAlert>

/** Who publishes the portal and under which rules. */
export const Site = object({
  id: Id,
  name: Type.String(),
  shortName: nullable(Type.String()),
  url: Type.String(),
  logo: nullable(object({ src: Type.String(), width: Type.Integer(), height: Type.Integer() })),
  /** The first is that of articles where nothing else is said. */
  locales: Type.Array(Type.String()),
  timeZone: Type.String(),
  rootUnit: nullable(object({ id: Id, slug: Slug, name: Type.String(), url: Type.String() })),
  contacts: UnitContacts,
  responsiblePerson: nullable(Type.String()),
  licence: nullable(Type.String()),
  reuse: nullable(Type.String()),
  /** The values of the filter `genre`. */
  genres: Type.Array(Type.String()),
  menus: Type.Array(SiteMenu),
  /** The worst first. */
  alerts: Type.Array(SiteAlert),
  /** The ids of the articles that editors have set before everything else on the home page, in their order. */
  home: Type.Array(Id),
})
export type Site = Static<typeof Site>
