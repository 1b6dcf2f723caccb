import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp, testConfig } from '../../test/test-app.ts'
import { deriveKey } from '../lib/keys.ts'

const oldSecret = 'an older secret of the tests, 32 characters or more'
let it: TestApp
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp({ secrets: [...testConfig.secrets, oldSecret] })
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())

const statusOf = async (authorization: string) => (await it.app.inject({ url: '/api/v1/auth/me', headers: { authorization } })).statusCode

/** A token like the editor's, with other parts, signed with the key of the given secret. */
function token(change: { header?: object; claims?: object; secret?: string; digest?: string }) {
  const [header, claims] = editor.authorization.slice('Bearer '.length).split('.').slice(0, 2).map(decode)
  const input = [
    { ...header, ...change.header },
    { ...claims, ...change.claims },
  ]
  const text = input.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const key = deriveKey(change.secret ?? testConfig.secrets[0], 'access-token')
  return `Bearer ${text}.${createHmac(change.digest ?? 'sha256', key)
    .update(text)
    .digest('base64url')}`
}

const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
const minutesFromNow = (minutes: number) => Math.floor(Date.now() / 1000) + minutes * 60

describe('an access token', () => {
  test('as we make it is accepted: the tests below change one thing each', async () => {
    expect(await statusOf(token({}))).toBe(200)
  })

  test.each([
    ['alg none', { alg: 'none' }],
    ['another algorithm', { alg: 'HS512' }],
    ['an algorithm in other letters', { alg: 'hs256' }],
    ['another type', { typ: 'JWT' }],
    ['a type in other letters', { typ: 'AT+JWT' }],
    ['no type', { typ: undefined }],
    ['no key id', { kid: undefined }],
    ['a path as key id', { kid: '../../x' }],
    ['a property of objects as key id', { kid: '__proto__' }],
    ['an unknown key id', { kid: '0000000000000000' }],
    ['a key of its own', { jwk: { kty: 'oct', k: 'AAAA' } }],
    ['an address of keys', { jku: 'https://example.test/keys' }],
    ['a critical extension', { crit: ['exp'] }],
    ['a content type', { cty: 'JWT' }],
  ])('with %s in its header is refused', async (_name, header) => {
    expect(await statusOf(token({ header }))).toBe(401)
  })

  test('of an algorithm that fits neither its header nor us is refused', async () => {
    expect(await statusOf(token({ header: { alg: 'HS512' }, digest: 'sha512' }))).toBe(401)
    expect(
      await statusOf(
        `${token({ header: { alg: 'none' } })
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
      ),
    ).toBe(401)
  })

  test.each([
    ['that has expired', { iat: minutesFromNow(-11), exp: minutesFromNow(-1) }],
    ['from the future', { iat: minutesFromNow(5), exp: minutesFromNow(15) }],
    ['that lives too long', { exp: minutesFromNow(60) }],
    ['of another issuer', { iss: 'https://example.test' }],
    ['for another audience', { aud: 'https://example.test/api/v1' }],
    ['for several audiences', { aud: ['http://localhost:3000/api/v1', 'https://example.test'] }],
    ['without its own id', { jti: undefined }],
    ['without a session', { sid: undefined }],
    ['of a session that is no id', { sid: "' OR true --" }],
    ['without expiry', { exp: undefined }],
    ['with a claim we do not know', { role: 'admin' }],
  ])('%s is refused', async (_name, claims) => {
    expect(await statusOf(token({ claims }))).toBe(401)
  })

  test('of one person for the session of another is refused', async () => {
    const other = await signIn(it, 'admin')
    expect(await statusOf(token({ claims: { sub: other.userId } }))).toBe(401)
    expect(await statusOf(token({ claims: { sid: other.sessionId } }))).toBe(401)
  })

  test('signed with the secret before the present one is accepted, with a third one not', async () => {
    const kid = (await kidOf(oldSecret)) ?? ''
    expect(await statusOf(token({ header: { kid }, secret: oldSecret }))).toBe(200)
    expect(await statusOf(token({ secret: oldSecret }))).toBe(401)
    const third = 'a third secret that nobody configured, 32 characters'
    expect(await statusOf(token({ header: { kid: (await kidOf(third)) ?? '' }, secret: third }))).toBe(401)
  })
})

/** The key id as an app writes it whose first secret this is. */
async function kidOf(secret: string) {
  const other = await createTestApp({ secrets: [secret] })
  const { authorization } = await signIn(other, 'reporter')
  await other.close()
  return decode(authorization.slice('Bearer '.length).split('.')[0] ?? '').kid as string
}
