import { type Static, Type } from 'typebox'
import { Person } from './editorial-articles.ts'
import { Timestamp } from './fields.ts'
import { object } from './object.ts'

/** Who else has the article open at the desk, or had it open within the last minute. */
export const ArticlePresence = object({ data: Type.Array(object({ ...Person.properties, seenAt: Timestamp })) })
export type ArticlePresence = Static<typeof ArticlePresence>
