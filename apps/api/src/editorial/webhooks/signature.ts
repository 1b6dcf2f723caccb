import { createHmac, randomBytes } from 'node:crypto'
import type { Secrets } from '../../lib/keys.ts'
import { seal, unseal } from '../../lib/seal.ts'

/** 192 bits, as the Standard Webhooks specification recommends at least. */
const secretBytes = 24

/** A new secret for signing. */
export function newSecret(): Buffer {
  return randomBytes(secretBytes)
}

/** As receivers keep it. */
export function secretText(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`
}

const purpose = (secrets: Secrets, endpointId: string) => ({ secrets, label: 'webhook secret', context: endpointId })

/** The secret as it is stored: whoever has it signs in our name. */
export function sealSecret(secrets: Secrets, endpointId: string, secret: Buffer): Buffer {
  return seal(secret, purpose(secrets, endpointId))
}

/** The secret again; undefined when what sealed it is no longer configured. */
export function openSecret(secrets: Secrets, endpointId: string, sealed: Buffer): Buffer | undefined {
  return unseal(sealed, purpose(secrets, endpointId))
}

interface Message {
  /** The same with each try: by it a receiver knows what he has. */
  id: string
  /** Of this try, in seconds: a receiver refuses what is old. */
  timestamp: number
  body: string
}

/** The headers of the Standard Webhooks specification. With two secrets there are two signatures, and a receiver takes either. */
export function webhookHeaders({ id, timestamp, body }: Message, secrets: Buffer[]): Record<string, string> {
  const signed = `${id}.${timestamp}.${body}`
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`)
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures.join(' ') }
}
