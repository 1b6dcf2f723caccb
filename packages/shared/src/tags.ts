import { type Static, Type } from 'typebox'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

/** A tag that some listed article carries. */
export const Tag = object({ id: Id, slug: Slug, name: Type.String(), url: Type.String() })
export type Tag = Static<typeof Tag>

export const TagListQuery = object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) })
export type TagListQuery = Static<typeof TagListQuery>
