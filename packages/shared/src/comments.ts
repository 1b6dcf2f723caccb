import { type Static, Type } from 'typebox'
import { BlockId } from './body.ts'
import { Person } from './editorial-articles.ts'
import { nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'

/** More than anybody reads; all of them are answered at once. */
export const maxComments = 1000

const CommentText = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S', description: 'some words' })

/** What an editor said about an article. The first comment of a thread has no parent, its answers have that one. */
export const Comment = object({
  id: Id,
  parentId: nullable(Id),
  /** What it is about; null: the whole article. Answers have the block of their thread. */
  blockId: nullable(BlockId),
  /** The newest revision when it was said. */
  revisionNumber: Type.Integer(),
  text: Type.String(),
  author: Person,
  createdAt: Timestamp,
  /** When the text was changed last. */
  editedAt: nullable(Timestamp),
  /** Of a thread, at its first comment: answers are never resolved by themselves. */
  resolved: nullable(object({ at: Timestamp, by: nullable(Person) })),
  version: Type.Integer(),
  /** Whether the newest revision has its block no more. */
  isDetached: Type.Boolean(),
})
export type Comment = Static<typeof Comment>

export const CommentListQuery = object({ resolved: Type.Optional(Type.Boolean()) })
export type CommentListQuery = Static<typeof CommentListQuery>

/** A thread of its own, on a block of the newest revision or on the whole article; with `parentId` an answer in that thread. */
export const NewComment = object({
  text: CommentText,
  blockId: Type.Optional(nullable(BlockId)),
  parentId: Type.Optional(nullable(Id)),
})
export type NewComment = Static<typeof NewComment>

export const CommentPatch = object({ text: Type.Optional(CommentText), resolved: Type.Optional(Type.Boolean()) })
export type CommentPatch = Static<typeof CommentPatch>
