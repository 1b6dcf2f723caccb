import type { MailTime, NotificationKind, NotificationSettings, NotificationSettingsPatch } from '@bantin/shared/notifications'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { addJob } from '../../db/jobs.ts'
import { fieldProblem } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { Secrets } from '../../lib/keys.ts'
import { readOutgoingAddress } from '../../lib/outgoing-address.ts'
import { answerOnce } from '../answer-once.service.ts'
import { openChatUrl, sealChatUrl } from './chat-url.ts'
import { passOverUnmailed, readClock } from './digests.repository.ts'
import { readerOf } from './notifications.service.ts'
import { lockTold, readTold, type ToldRow, updateTold } from './told.repository.ts'

/** What of the configuration decides how people can be told. */
export interface TellingParts {
  secrets: Secrets
  smtpUrl: string | undefined
  outgoingHosts: readonly string[]
}

/** How the person is told beside the desk; of the chat's address only the host. */
export async function readSettings(db: Db, parts: TellingParts, actor: ActingPerson): Promise<Answer<NotificationSettings>> {
  const { userId } = readerOf(actor)
  return answerOf(parts, userId, await readTold(db, userId))
}

/**
 * Changes how the person is told; what is so already changes nothing. Only which fields is noted in the audit log.
 * Throws `version_required`, `version_stale`, `invalid_request` for an address that may not be called.
 */
export async function changeSettings(
  db: Db,
  parts: TellingParts,
  call: GuardedCall,
  patch: NotificationSettingsPatch,
): Promise<Answer<NotificationSettings>> {
  return await answerOnce(db, call, async (tx) => {
    const { userId } = readerOf(call.actor)
    if (patch.chatUrl) requireCallable(parts, patch.chatUrl)
    const before = await lockTold(tx, userId)
    requireRowVersion(before.version, call.ifMatch)
    const changed = changedIn(parts, userId, before, patch)
    const fields = Object.keys(changed)
    if (fields.length === 0) return answerOf(parts, userId, before)
    const version = await updateTold(tx, userId, changed)
    if (changed.mail) await settleWaiting(tx, userId, { from: before.mail, to: changed.mail })
    await recordAudit(tx, call.actor, { action: 'user.notifications', entity: 'user', entityId: userId, fields })
    return answerOf(parts, userId, { ...before, ...changed, version })
  })
}

/** What came while mails were off is not mailed later; what waited for the morning is mailed now, when nothing waits any more. */
async function settleWaiting(tx: Db, userId: string, { from, to }: { from: MailTime; to: MailTime }): Promise<void> {
  if (from === 'off') await passOverUnmailed(tx, userId)
  else if (to === 'at_once') await addJob(tx, 'sendDigest', { userId, before: await readClock(tx) })
}

/** Has a mail and a chat message sent, as far as they are set up, by jobs. Throws `too_many_requests`. */
export async function tryTelling(db: Db, actor: ActingPerson, countTrial: (userId: string) => void): Promise<void> {
  const { userId } = readerOf(actor)
  countTrial(userId)
  const { mail, chatUrl } = await readTold(db, userId)
  if (mail !== 'off') await addJob(db, 'sendTrial', { userId, by: 'mail' })
  if (chatUrl) await addJob(db, 'sendTrial', { userId, by: 'chat' })
}

function requireCallable({ outgoingHosts }: TellingParts, text: string): void {
  const read = readOutgoingAddress(text, { ownHosts: outgoingHosts })
  if ('refusal' in read)
    throw fieldProblem('invalid_request', { in: 'body', pointer: '/chatUrl', code: 'not_allowed', message: read.refusal })
}

function changedIn({ secrets }: TellingParts, userId: string, before: ToldRow, patch: NotificationSettingsPatch) {
  const { mail, muted, chatUrl } = patch
  const known = openChatUrl(secrets, userId, before.chatUrl)?.href ?? null
  const given = typeof chatUrl === 'string' ? new URL(chatUrl).href : chatUrl
  return {
    ...(mail !== undefined && mail !== before.mail && { mail }),
    ...(muted !== undefined && !isSameSet(muted, before.muted) && { muted }),
    ...(given !== undefined && given !== known && { chatUrl: given === null ? null : sealChatUrl(secrets, userId, given) }),
  }
}

function isSameSet(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}

function answerOf({ secrets, smtpUrl }: TellingParts, userId: string, told: ToldRow): Answer<NotificationSettings> {
  const { mail, muted, chatUrl, version } = told
  const chatHost = openChatUrl(secrets, userId, chatUrl)?.host ?? null
  return { status: 200, version, body: { mail, muted: muted as NotificationKind[], chatHost, canMail: smtpUrl !== undefined, version } }
}
