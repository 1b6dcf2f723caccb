import { type Outgoing, OutgoingError } from '../../adapters/outgoing.ts'
import type { Db } from '../../db/client.ts'
import type { Secrets } from '../../lib/keys.ts'
import type { Claim } from './claims.repository.ts'
import { type Arrived, noteFailed, noteGone } from './outcomes.repository.ts'
import { openSecret, webhookHeaders } from './signature.ts'

export interface SendingParts {
  db: Db
  outgoing: Outgoing
  secrets: Secrets
  /** Seconds after the first try that failed, the second, and so on; the last one stands for all further ones. */
  waits?: readonly number[]
  /** Seconds after which another process takes over what this one has not seen to. */
  lease?: number
}

const minute = 60
const hour = 60 * minute
const usualWaits = [5, minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour]

/**
 * Tries once to deliver the message. Any 2xx is "received", which is answered, to be noted with others; 410 says that nobody is there any
 * more. What came of all other tries is noted here.
 */
export async function sendMessage({ db, outgoing, secrets, waits = usualWaits }: SendingParts, claim: Claim): Promise<Arrived | undefined> {
  const outcome = await post(outgoing, secrets, claim)
  const { status } = outcome
  if (status !== null && status >= 200 && status < 300) return { ...claim, status }
  const isGone = status === 410 && (await noteGone(db, claim))
  if (!isGone) await noteFailed(db, claim, { ...outcome, wait: waitAfter(claim.attempt, waits) })
  return undefined
}

/** Between three and five quarters of it: whoever was away does not get everything in the same second. */
function waitAfter(attempt: number, waits: readonly number[]): number {
  const wait = waits[Math.min(attempt, waits.length) - 1] ?? minute
  return wait * (0.75 + Math.random() / 2)
}

async function post(outgoing: Outgoing, secrets: Secrets, claim: Claim): Promise<{ status: number | null; error: string | null }> {
  const sealed = [claim.secret, ...(claim.formerSecret ? [claim.formerSecret] : [])]
  const opened = sealed.map((secret) => openSecret(secrets, claim.endpointId, secret)).filter((secret) => secret !== undefined)
  if (opened.length === 0) return { status: null, error: 'Its secret cannot be opened any more: make a new one.' }
  const body = messageOf(claim)
  const headers = webhookHeaders({ id: claim.id, timestamp: Math.floor(Date.now() / 1000), body }, opened)
  try {
    const { status } = await outgoing.post(claim.url, body, headers)
    return { status, error: status >= 300 && status < 400 ? 'A redirect is not followed.' : null }
  } catch (error) {
    if (error instanceof OutgoingError) return { status: null, error: error.message }
    throw error
  }
}

/** `<entity>.<reason>` with the entry of the feed, or a trial. */
function messageOf({ change, at }: Claim): string {
  const type = change === null ? 'ping' : `${change.entity}.${change.reason}`
  return JSON.stringify({ type, timestamp: at, data: change ?? {} })
}
