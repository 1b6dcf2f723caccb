import { type Static, Type } from 'typebox'
import { Email } from './email.ts'
import { line, nullable, PageLink } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { menuPlaces, mostMenuItems } from './site-places.ts'

/** A menu at its place, with its entries in their order. */
const Menu = object({
  name: Type.Enum(menuPlaces),
  items: Type.Array(object({ name: line(80), url: PageLink }), { maxItems: mostMenuItems }),
})

const said = {
  name: line(150),
  shortName: nullable(line(60)),
  responsiblePerson: nullable(line(200)),
  licence: nullable(line(300)),
  reuse: nullable(line(500)),
  /** A picture of the media library. */
  logoMediaId: nullable(Id),
  /** A place without a menu has none here. */
  menus: Type.Array(Menu, { maxItems: menuPlaces.length }),
}

const contacts = { address: nullable(line(300)), phone: nullable(line(60)), email: nullable(Email) }

/** Who publishes the portal, as administrators set it. `version` is what a change needs as `If-Match`. */
export const SiteIdentity = object({ ...said, contacts: object(contacts), version: Type.Integer() })
export type SiteIdentity = Static<typeof SiteIdentity>

/** Absent: unchanged; null clears, also within the contacts (RFC 7396). Menus are sent whole. */
export const SiteIdentityPatch = object({
  name: Type.Optional(said.name),
  shortName: Type.Optional(said.shortName),
  responsiblePerson: Type.Optional(said.responsiblePerson),
  licence: Type.Optional(said.licence),
  reuse: Type.Optional(said.reuse),
  logoMediaId: Type.Optional(said.logoMediaId),
  menus: Type.Optional(said.menus),
  contacts: Type.Optional(
    object({
      address: Type.Optional(contacts.address),
      phone: Type.Optional(contacts.phone),
      email: Type.Optional(contacts.email),
    }),
  ),
})
export type SiteIdentityPatch = Static<typeof SiteIdentityPatch>
