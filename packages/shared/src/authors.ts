import { type Static, Type } from 'typebox'
import { nullable } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'

export const authorKinds = ['person', 'collective'] as const

/** A byline: a person or a collective, with or without a login. */
export const Author = object({
  id: Id,
  slug: Slug,
  name: Type.String(),
  kind: Type.Enum(authorKinds),
  bio: nullable(Type.String()),
  unit: nullable(object({ id: Id, slug: Slug, name: Type.String(), url: Type.String() })),
  /** Who it is, where that is somebody who holds posts. */
  person: nullable(object({ id: Id, slug: Slug, name: Type.String(), url: Type.String() })),
  url: Type.String(),
  apiUrl: Type.String(),
})
export type Author = Static<typeof Author>
