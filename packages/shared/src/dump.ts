import { type Static, Type } from 'typebox'
import { ChangeCursor } from './changes.ts'
import { Timestamp } from './fields.ts'
import { object } from './object.ts'

/** The first line of the dump. Each line behind it is an article, as its own address answers it. */
export const DumpHeader = object({
  /** Where the change feed goes on from here. */
  cursor: ChangeCursor,
  epoch: Type.Integer(),
  /** Of the publication log at that moment. */
  head: Type.String(),
  at: Timestamp,
  /** How many articles there are. */
  articles: Type.Integer(),
})
export type DumpHeader = Static<typeof DumpHeader>
