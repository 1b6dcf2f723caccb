import { type Static, Type } from 'typebox'
import { EditorialArticle, Person } from './editorial-articles.ts'
import { line, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

export const RevisionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000 })

const card = {
  number: Type.Integer(),
  title: Type.String(),
  /** Of the body, as spaces divide them: in Vietnamese each syllable. */
  words: Type.Integer(),
  /** A sealed revision stays; an unsealed one that is not the head goes after a while. */
  sealed: Type.Boolean(),
  label: nullable(Type.String()),
  savedBy: nullable(Person),
  savedAt: Timestamp,
  isHead: Type.Boolean(),
  /** The numbers of the editions that published it. */
  editions: Type.Array(Type.Integer()),
  isApproved: Type.Boolean(),
  /** Emptied to forget personal data. */
  isRedacted: Type.Boolean(),
}

/** A revision in the list of an article. */
export const RevisionCard = object(card)
export type RevisionCard = Static<typeof RevisionCard>

const { kicker, sapo, body, heroMediaId, bylines, units, categoryIds, tagIds, event, source, genre, relatedIds } =
  EditorialArticle.properties

/** A revision with all of its content. */
export const Revision = object({
  ...card,
  kicker,
  sapo,
  body,
  heroMediaId,
  bylines,
  units,
  categoryIds,
  tagIds,
  event,
  source,
  genre,
  relatedIds,
})
export type Revision = Static<typeof Revision>

export const RevisionListQuery = object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) })
export type RevisionListQuery = Static<typeof RevisionListQuery>

/** Why this version is kept, in the words of who keeps it. */
export const SaveVersionInput = object({ label: Type.Optional(nullable(line(200))) })
export type SaveVersionInput = Static<typeof SaveVersionInput>

export const RevisionParams = object({ id: Id, number: RevisionNumber })

/** From which revision to which; without `to`, to the newest. */
export const DiffQuery = object({ from: RevisionNumber, to: Type.Optional(RevisionNumber) })
export type DiffQuery = Static<typeof DiffQuery>

/** A stretch of text. What is the same and what was removed make the old text, what is the same and what was added the new one. */
export const WordChange = object({ op: Type.Enum(['same', 'added', 'removed']), text: Type.String() })
export type WordChange = Static<typeof WordChange>

const textFields = ['title', 'kicker', 'sapo'] as const
const valueFields = ['heroMediaId', 'bylines', 'units', 'categoryIds', 'tagIds', 'event', 'source', 'genre', 'relatedIds'] as const

/** A field that differs: texts word by word, the others as they were and are. */
export const FieldDiff = Type.Union([
  object({ name: Type.Enum(textFields), words: Type.Array(WordChange) }),
  object({ name: Type.Enum(valueFields), before: Type.Unknown(), after: Type.Unknown() }),
])
export type FieldDiff = Static<typeof FieldDiff>

const BlockForm = object({ type: Type.String(), level: nullable(Type.Integer()) })
export type BlockForm = Static<typeof BlockForm>

/** What of a block can differ beside its words: its parts and how they stand, its files, what is said for those who do not see them … */
export const besideWords = ['shape', 'files', 'description', 'marks', 'links'] as const
export type BesideWords = (typeof besideWords)[number]

/** A block of either body. A moved one may have changed too: its words tell, and what differs beside them. */
export const BlockDiff = object({
  id: Type.String(),
  type: Type.String(),
  change: Type.Enum(['same', 'added', 'removed', 'changed', 'moved']),
  words: Type.Array(WordChange),
  /** What else differs, of a block that is on both sides. */
  beside: Type.Array(Type.Enum(besideWords)),
  /** Its kind, and its level as a heading, on both sides: null where it was not or is not. */
  before: nullable(BlockForm),
  after: nullable(BlockForm),
})
export type BlockDiff = Static<typeof BlockDiff>

/** What differs between two revisions. Blocks are in the order of `to`, removed ones where they were. */
export const RevisionDiff = object({
  from: Type.Integer(),
  to: Type.Integer(),
  fields: Type.Array(FieldDiff),
  blocks: Type.Array(BlockDiff),
})
export type RevisionDiff = Static<typeof RevisionDiff>
