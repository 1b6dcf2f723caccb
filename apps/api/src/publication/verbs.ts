import type { PublishInput } from '@bantin/shared/editorial-articles'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { articles } from '../db/schema/articles.ts'
import type { ChangeEntry } from './changes.ts'
import type { RevisionContent } from './revisions.ts'

/** What each verb needs beside the article. Times and `backfill` are for imports: no route takes them. */
export interface VerbInput {
  edit: Partial<RevisionContent>
  publish: PublishInput & { at?: Date; backfill?: boolean }
  hold: { reason?: string | null }
  putBack: object
  withdraw: { reason: string }
}

/** What a verb changes: columns of the article, what stands in the audit log, what portals are told. */
export interface Effect {
  set: PgUpdateSetSource<typeof articles>
  fields: string[]
  hashes?: { before?: string | null; after?: string | null }
  detail?: Record<string, unknown>
  change?: Pick<ChangeEntry, 'action' | 'reason' | 'edition'> & Partial<ChangeEntry>
}
