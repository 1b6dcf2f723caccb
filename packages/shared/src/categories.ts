import { type Static, Type } from 'typebox'
import { nullable } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'

/** A section of the portal; `parentId` gives the tree, `order` the place among siblings. */
export const Category = object({
  id: Id,
  slug: Slug,
  name: Type.String(),
  parentId: nullable(Id),
  order: Type.Integer(),
  url: Type.String(),
})
export type Category = Static<typeof Category>
