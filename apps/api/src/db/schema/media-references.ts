import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { media } from './media.ts'
import { articleRevisions } from './revisions.ts'

/** Which revisions show a file. Kept by a trigger from their bodies and lead pictures; a file that one of them shows cannot be deleted. */
export const mediaReferences = pgTable(
  'media_references',
  {
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => articleRevisions.id, { onDelete: 'cascade' }),
    mediaId: uuid('media_id')
      .notNull()
      .references(() => media.id),
  },
  (table) => [
    primaryKey({ name: 'media_references_pkey', columns: [table.revisionId, table.mediaId] }),
    index('media_references_media').on(table.mediaId),
  ],
)
