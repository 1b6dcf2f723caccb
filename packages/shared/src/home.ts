import { type Static, Type } from 'typebox'
import { nullable, Timestamp } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { publicStates } from './lifecycle.ts'
import { object } from './object.ts'
import { mostHomeSlots } from './site-places.ts'

/** A place on the home page and the article in it. Readers are shown it while the article is published. */
export const HomeSlot = object({
  article: object({
    id: Id,
    slug: Slug,
    title: Type.String(),
    locale: Type.String(),
    publicState: Type.Enum(publicStates),
    publishedAt: nullable(Timestamp),
  }),
  /** When it leaves its place by itself. */
  until: nullable(Timestamp),
})
export type HomeSlot = Static<typeof HomeSlot>

/** What the home page sets before everything else, in this order: the first one leads. `version` is what a change needs as `If-Match`. */
export const Home = object({ version: Type.Integer(), slots: Type.Array(HomeSlot) })
export type Home = Static<typeof Home>

/** The whole arrangement as it is to be. */
export const HomeInput = object({
  slots: Type.Array(object({ articleId: Id, until: Type.Optional(nullable(Timestamp)) }), { maxItems: mostHomeSlots }),
})
export type HomeInput = Static<typeof HomeInput>
