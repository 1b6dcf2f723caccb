import { maxBlocks } from '@bantin/shared/body/bounds'
import type { Conflict } from '@bantin/shared/errors'
import { mergeBlocks, sideToTake } from '@bantin/shared/merge-blocks'
import type { Db } from '../db/client.ts'
import type { ContentFingerprint } from '../db/schema/revisions.ts'
import { type ArticleRow, readRevision } from './article.ts'
import { shortHash } from './fingerprint.ts'
import { contentFields, pickContent, type RevisionContent, withIds } from './revisions.ts'
import { findSave } from './saves.ts'

/** The patch for the newest head; or where it contradicts what was changed since, and then nothing else. */
export type Rebased = { patch: Partial<RevisionContent> } | { conflicts: Conflict[] }

/**
 * Puts a patch of an older version on top of the newest head: what only one side changed is taken, the body block by block. Where it
 * is no longer known what that version was, all that differs is a conflict.
 */
export async function rebase(tx: Db, article: ArticleRow, knownVersion: number, patch: Partial<RevisionContent>): Promise<Rebased> {
  const theirs = pickContent(await readRevision(tx, article.headRevisionId))
  const base = knownVersion > article.version ? undefined : await findSave(tx, article.id, knownVersion)
  return mergeContent(base, theirs, patch)
}

/** The same without the database. `base` is what the content was at the version that the patch knows. */
export function mergeContent(base: ContentFingerprint | undefined, theirs: RevisionContent, patch: Partial<RevisionContent>): Rebased {
  const mine = withIds({ ...theirs, ...patch })
  const merged: Partial<RevisionContent> = {}
  const conflicts: Conflict[] = []
  for (const field of contentFields) {
    if (!(field in patch)) continue
    if (field === 'body' && base) {
      const body = mergeBodies(base, theirs, mine)
      conflicts.push(...body.conflicts)
      merged.body = body.merged
      continue
    }
    // A field that was never as it is on either side: without a base, all that differs is a conflict.
    const side = sideToTake(base?.fields[field] ?? '', shortHash(theirs[field]), shortHash(mine[field]))
    if (side === 'mine') Object.assign(merged, { [field]: mine[field] })
    if (side === 'neither') conflicts.push({ field, yours: mine[field], theirs: theirs[field] })
  }
  return conflicts.length > 0 ? { conflicts } : { patch: merged }
}

function mergeBodies(base: ContentFingerprint, theirs: RevisionContent, mine: RevisionContent) {
  const { blocks, conflicts } = mergeBlocks(base.blocks, theirs.body.content, mine.body.content, shortHash)
  const merged: RevisionContent['body'] = { type: 'doc', content: blocks }
  const named: Conflict[] = conflicts.map((conflict) => ({ field: conflict.blockId === undefined ? 'bodyOrder' : 'body', ...conflict }))
  if (named.length === 0 && blocks.length > maxBlocks) named.push({ field: 'body', yours: mine.body, theirs: theirs.body })
  return { merged, conflicts: named }
}
