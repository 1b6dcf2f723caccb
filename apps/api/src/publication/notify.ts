import type { NotificationKind } from '@bantin/shared/notifications'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { addJobs } from '../db/jobs.ts'
import { notifications } from '../db/schema/notifications.ts'
import { type ActingPerson, clock } from '../lib/acting-person.ts'
import type { ArticleRow } from './article.ts'
import { findRecipients, type Recipient } from './recipients.ts'
import type { Effect, MovingVerb, VerbInput } from './verbs.ts'

export interface Notice {
  kind: NotificationKind
  actor: ActingPerson
  note: string | null
}

/**
 * Tells those whom it concerns, in the transaction of the deed: at the desk by a row, by mail and chat through jobs. `article` is as it
 * was before, with who had scheduled it. Locks nobody's row but against its deletion, so that publishing waits for no one.
 */
export async function notify(tx: Db, article: ArticleRow, { kind, actor, note }: Notice): Promise<void> {
  const recipients = await findRecipients(tx, article, kind, actor.userId)
  if (recipients.length === 0) return
  const told = recipients.map((recipient) => ({ ...recipient, id: uuidv7() }))
  const shared = { kind, articleId: article.id, actorName: actor === clock ? null : actor.name, note: shortened(note) }
  await tx.insert(notifications).values(told.map(({ id, userId }) => ({ id, userId, ...shared })))
  await addJobs(tx, 'sendNotification', told.flatMap(waysOf))
}

const kindsOfVerbs: Partial<Record<MovingVerb, NotificationKind>> = {
  submit: 'submitted',
  return: 'returned',
  approve: 'approved',
  publish: 'published',
  publishDue: 'published',
  hold: 'held',
}

/** What people are told of a move; undefined where it is nothing. An import of what came out long ago is no news, nor is a reason given later. */
export function noticeOf<V extends MovingVerb>(
  article: ArticleRow,
  move: { verb: V; actor: ActingPerson; input: VerbInput[V]; effect: Effect },
): Notice | undefined {
  const { verb, actor, effect } = move
  const kind = kindsOfVerbs[verb]
  const { note, reason, backfill } = move.input as { note?: string | null; reason?: string | null; backfill?: boolean }
  if (!kind || backfill || (kind === 'held' && !effect.change)) return undefined
  const planned = verb === 'publishDue' ? article.scheduledPublication?.note : undefined
  return { kind, actor, note: note ?? reason ?? planned ?? null }
}

function waysOf({ id, byMail, byChat }: Recipient & { id: string }) {
  const ways = [...(byMail ? (['mail'] as const) : []), ...(byChat ? (['chat'] as const) : [])]
  return ways.map((by) => ({ notificationId: id, by }))
}

const longest = 500

function shortened(note: string | null): string | null {
  const text = note?.trim()
  if (!text) return null
  const letters = [...text]
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`
}
