import type { AskedOpinion, OpinionInput } from '@bantin/shared/opinions'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Signing } from '../../lib/media-view.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'
import { readRevision } from '../../publication/article.ts'
import { hashOf } from '../../publication/edit.ts'
import { pickContent } from '../../publication/revisions.ts'
import { readShownRevision } from '../shown-revision.repository.ts'
import { findOpenOpinion, writeAnswer } from './opinions.repository.ts'

/**
 * The text that the token's owner was asked about, and the answer if there is one; changes nothing.
 * Throws `not_found` for a token that was never given, has expired or was revoked, while the article is taken down since, and when the
 * text is gone: nobody can tell which.
 */
export async function openOpinion(db: Db, token: string, signing: Signing): Promise<AskedOpinion> {
  return (await findAsked(db, token, signing)).asked
}

export interface Answering extends OpinionInput {
  token: string
  /** Where the answer came from. */
  address: string
}

/**
 * Writes the one answer and notes it, with the hash of the very text, in the audit log. It moves no state and no version.
 * Throws `invalid_request` for a change that is not said, `not_found`, `conflict` when it was answered before.
 */
export async function answerOpinion(db: Db, answering: Answering, signing: Signing): Promise<AskedOpinion> {
  const { token, answer, address } = answering
  const text = answering.text?.trim() || null
  if (answer === 'change' && text === null) throw changeUnsaid()
  return await db.transaction(async (tx) => {
    const { opinion, asked } = await findAsked(tx, token, signing)
    if (!(await writeAnswer(tx, opinion.id, answer, text))) {
      // Not there any more, if it was revoked just now.
      await findAsked(tx, token, signing)
      throw new ProblemError('conflict', { detail: 'It has been answered.' })
    }
    const revision = await readRevision(tx, opinion.revisionId)
    const person = { userId: null, name: `${asked.name} (asked by link, no account)`, grants: [], address }
    const detail = { opinionId: opinion.id, revision: revision.number, answer, hash: hashOf(pickContent(revision)) }
    await recordAudit(tx, person, { action: 'opinion.answer', entity: 'article', entityId: opinion.articleId, detail })
    return (await findAsked(tx, token, signing)).asked
  })
}

async function findAsked(db: Db, token: string, signing: Signing) {
  const opinion = await findOpenOpinion(db, hashOfToken(token))
  const shown = opinion && (await readShownRevision(db, signing, opinion.revisionId))
  if (!opinion || !shown) throw new ProblemError('not_found')
  const { name, askedBy, expiresAt, answer, text, answeredAt } = opinion
  return { opinion, asked: { ...shown, name, askedBy, expiresAt, answer, text, answeredAt } }
}

function changeUnsaid(): ProblemError {
  return fieldProblem('invalid_request', { in: 'body', pointer: '/text', code: 'missing', message: 'Say what should be changed.' })
}
