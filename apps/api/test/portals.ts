import type { Client, ClientInput, MadeKey } from '@bantin/shared/clients'
import type { WebhookWithSecret } from '@bantin/shared/webhooks'
import { v7 as uuidv7 } from 'uuid'
import { send } from './factories.ts'
import type { SignedInForTest } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

/** A portal with one key, made over HTTP by an administrator. */
export interface TestPortal {
  id: string
  key: string
  keyId: string
  /** What a request with the key is sent with. */
  headers: { authorization: string }
}

/** Adds a portal and makes a key for it. */
export async function createPortal(it: TestApp, admin: SignedInForTest, input: Partial<ClientInput> = {}): Promise<TestPortal> {
  const made = await send(it, admin, 'POST', '/clients', { name: `Cổng ${uuidv7()}`, ...input })
  if (made.statusCode !== 201) throw new Error(`no portal: ${made.body}`)
  const { id, version } = made.json() as Client
  const answer = await send(it, admin, 'POST', `/clients/${id}/keys`, {}, version)
  if (answer.statusCode !== 201) throw new Error(`no key: ${answer.body}`)
  const { key, id: keyId } = answer.json() as MadeKey
  return { id, key, keyId, headers: { authorization: `Bearer ${key}` } }
}

/** Adds an endpoint to a portal. */
export async function createWebhook(
  it: TestApp,
  admin: SignedInForTest,
  clientId: string,
  url = 'https://portal.example.vn/webhook',
): Promise<WebhookWithSecret> {
  const made = await send(it, admin, 'POST', '/webhooks', { clientId, url })
  if (made.statusCode !== 201) throw new Error(`no webhook: ${made.body}`)
  return made.json() as WebhookWithSecret
}
