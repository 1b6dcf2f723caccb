import type { WebhookMessage } from './contract.ts'

export interface ReceivedWebhook {
  /** `whsec_…`, or several while one takes the other's place. */
  secret: string | readonly string[]
  /** Of the request, as `fetch` or Node's `http` have them. */
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>
  /** The bytes as they came: what was parsed and written again is something else. */
  body: string | Uint8Array
  /** Milliseconds; the clock's without it. */
  now?: number
}

/** Not sent by the portal, or not now: answer 401, and do nothing. */
export class WebhookRefusedError extends Error {
  override name = 'WebhookRefusedError'
}

/** Seconds that a message may be old, or ahead of our clock: whoever has listened cannot send it again tomorrow. */
const tolerance = 300

/**
 * What a message of the portal says, with its `id`: the same with each try, so keep those that you have seen. Verified as the Standard
 * Webhooks specification has it; rejects with WebhookRefusedError.
 */
export async function verifyWebhook({
  secret,
  headers,
  body,
  now = Date.now(),
}: ReceivedWebhook): Promise<WebhookMessage & { id: string }> {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => headerOf(headers, `webhook-${name}`))
  if (!id || !timestamp || !signatures)
    throw new WebhookRefusedError('a header is missing: webhook-id, webhook-timestamp or webhook-signature')
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookRefusedError('webhook-timestamp is no number of seconds')
  if (Math.abs(now / 1000 - Number(timestamp)) > tolerance)
    throw new WebhookRefusedError('webhook-timestamp is more than five minutes from now')
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const signed = Uint8Array.from([...new TextEncoder().encode(`${id}.${timestamp}.`), ...bytes])
  const given = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [fromBase64(one.slice(3))] : []))
  for (const one of typeof secret === 'string' ? [secret] : secret) {
    const key = await crypto.subtle.importKey('raw', secretBytes(one), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
    // Compared by the platform, in a time that says nothing of where they differ.
    for (const signature of given) if (signature && (await crypto.subtle.verify('HMAC', key, signature, signed))) return read(id, bytes)
  }
  throw new WebhookRefusedError('no signature is right')
}

function read(id: string, bytes: Uint8Array): WebhookMessage & { id: string } {
  return { ...(JSON.parse(new TextDecoder().decode(bytes)) as WebhookMessage), id }
}

function headerOf(headers: ReceivedWebhook['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? []
  return typeof value === 'string' ? value : value?.[0]
}

function secretBytes(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(secret.replace(/^whsec_/, ''))
  if (!bytes || bytes.length === 0) throw new TypeError('a secret is whsec_ and base64')
  return bytes
}

/** Undefined of what is no base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
