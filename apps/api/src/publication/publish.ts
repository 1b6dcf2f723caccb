import type { PublishInput } from '@bantin/shared/article-verbs'
import type { Move } from '@bantin/shared/lifecycle'
import type { Db } from '../db/client.ts'
import { fieldProblem } from '../errors.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { type ArticleRow, type RevisionRow, readRevision } from './article.ts'
import { kindOf } from './edition-kind.ts'
import { addEdition } from './editions.ts'
import { notForced, notScheduled, notWithdrawn } from './marks.ts'
import { requireComplete, requireReadable } from './publishable.ts'
import { sealRevision } from './revisions.ts'
import { giveSlug } from './slugs.ts'
import type { Effect, VerbEffect } from './verbs.ts'

/** Publishes the newest revision as the next edition. A major one moves to the top; a minor one and a correction keep their place. */
export const publish: VerbEffect<'publish'> = async (tx, article, actor, input, move, now) => {
  const head = await readRevision(tx, article.headRevisionId)
  await requireReadable(tx, head, input)
  const cameOutAt = cameOutBefore(article, input, now) ?? input.at
  // Why it could not wait is for colleagues, not for readers.
  const note = isForced(move) ? null : input.note
  const effect = await publishHead(tx, article, head, actor, { ...input, note: note ?? null, at: input.at ?? now, cameOutAt })
  return { ...effect, set: { ...effect.set, ...reviewMarks(article, actor, input, move, now) } }
}

/** Publishes what was scheduled, with the time that it was scheduled for, in the name of who scheduled it. */
export const publishDue: VerbEffect<'publishDue'> = async (tx, article, actor) => {
  const { publishAt: at, scheduledPublication: planned } = article
  if (at === null || planned === null) throw new Error('a scheduled article without its schedule')
  const { until, untilReason, ...input } = planned
  const head = await readRevision(tx, article.headRevisionId)
  const effect = await publishHead(tx, article, head, { ...actor, userId: article.scheduledBy }, { ...input, at })
  const withdrawal = until ? { withdrawAt: new Date(until), withdrawAtReason: untilReason ?? '' } : {}
  return {
    ...effect,
    set: { ...effect.set, ...withdrawal, ...notForced },
    detail: { ...effect.detail, scheduledBy: article.scheduledBy },
  }
}

interface Publication extends PublishInput {
  at: Date
  /** When it first came out, of something that came out elsewhere before. */
  cameOutAt?: Date | undefined
  backfill?: boolean
}

async function publishHead(tx: Db, article: ArticleRow, head: RevisionRow, actor: ActingPerson, input: Publication): Promise<Effect> {
  const kind = kindOf(article, input)
  const files = await requireComplete(tx, head)

  const { at, cameOutAt = at } = input
  const slug = article.slug ?? (await giveSlug(tx, article, head.title))
  await sealRevision(tx, head)
  const edition = await addEdition(tx, { article, revision: head, files, kind, input, at, actor })
  const first = article.firstPublishedAt === null
  return {
    set: {
      slug,
      publishedRevisionId: head.id,
      edition: edition.edition,
      firstPublishedAt: article.firstPublishedAt ?? cameOutAt,
      publishedAt: kind === 'major' ? cameOutAt : article.publishedAt,
      ...notScheduled,
      ...notWithdrawn,
    },
    fields: ['publicState', 'workState', 'edition'],
    hashes: { after: edition.hash },
    detail: { kind, edition: edition.edition, cameOutAt: cameOutAt.toISOString() },
    change: {
      action: 'put',
      reason: first ? 'published' : kind === 'major' ? 'updated' : kind,
      edition: edition.edition,
      hash: edition.hash,
      backfill: input.backfill ?? false,
    },
    shown: { revision: head, edition },
  }
}

/** Only what was never public can have come out before. */
function cameOutBefore(article: ArticleRow, { firstPublishedAt }: PublishInput, now: Date): Date | undefined {
  if (!firstPublishedAt) return undefined
  const at = new Date(firstPublishedAt)
  const wrong = (message: string) =>
    fieldProblem('not_publishable', { in: 'body', pointer: '/firstPublishedAt', code: 'not_allowed', message })
  if (article.firstPublishedAt !== null) throw wrong('Its first publication stands already.')
  if (!(at <= now)) throw wrong('It cannot have come out in the future.')
  return at
}

function isForced({ when }: Move): boolean {
  return when === 'forced, under review'
}

/** A publication by force stays on a list until a second person has looked at it, or at a newer edition. */
function reviewMarks(article: ArticleRow, actor: ActingPerson, { note }: PublishInput, move: Move, now: Date): Effect['set'] {
  if (move.when === 'a minor edition that needs no second person') return {}
  if (!isForced(move)) return notForced
  if (!note?.trim()) {
    throw fieldProblem('not_publishable', { in: 'body', pointer: '/note', code: 'missing', message: 'Say why it cannot wait.' })
  }
  return { forcedAt: article.forcedAt ?? now, forceNote: note, forcedBy: actor.userId }
}
