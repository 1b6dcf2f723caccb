import { readRevision } from './article.ts'
import { addComment } from './comments.ts'
import { notForced } from './marks.ts'
import { sealRevision } from './revisions.ts'
import type { VerbEffect } from './verbs.ts'

/** Hands the newest revision to a reviewer; from now on it does not change under their eyes. */
export const submit: VerbEffect<'submit'> = async (tx, article, _actor, { note = null }) => {
  await sealRevision(tx, await readRevision(tx, article.headRevisionId))
  return { set: {}, fields: ['workState'], detail: { note } }
}

/** Its author takes it back. */
export const recall: VerbEffect<'recall'> = async () => ({ set: {}, fields: ['workState'] })

/** A reviewer gives it back and says why, as a comment on the article. */
export const returnToDraft: VerbEffect<'return'> = async (tx, article, actor, { note }) => {
  const { number: revisionNumber } = await readRevision(tx, article.headRevisionId)
  await addComment(tx, { articleId: article.id, actor, revisionNumber, blockId: null, parentId: null, text: note })
  return { set: {}, fields: ['workState'] }
}

/** A publisher says yes to exactly this revision; or, after a publication by force, to what is public. */
export const approve: VerbEffect<'approve'> = async (tx, article, _actor, { note = null }) => {
  const head = await readRevision(tx, article.headRevisionId)
  await sealRevision(tx, head)
  const detail = { note, revision: head.number }
  if (article.workState === 'none') return { set: notForced, fields: ['unreviewed'], detail }
  return { set: { approvedRevisionId: head.id }, fields: ['workState'], detail }
}
