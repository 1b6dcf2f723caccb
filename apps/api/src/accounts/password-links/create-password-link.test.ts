import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { passwordLinks } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'
import { createPasswordLink } from './create-password-link.ts'
import { tokenWithHash } from './password-link-token.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const linksOf = (userId: string) => it.app.db.select().from(passwordLinks).where(eq(passwordLinks.userId, userId)).orderBy(passwordLinks.id)

const make = (userId: string, kind: 'invitation' | 'reset' = 'reset') =>
  it.app.db.transaction((tx) => createPasswordLink(tx, testConfig, { userId, kind, createdBy: null }))

test('a link leads to the configured origin, and its token stands behind # and is stored as a hash only', async () => {
  const { userId } = await signIn(it, 'reporter')
  const link = await make(userId)
  const [, token = ''] = /^http:\/\/localhost:3000\/dang-nhap\/mat-khau#([\w-]{43})$/.exec(link.url) ?? []
  expect((await linksOf(userId)).map(({ tokenHash }) => tokenHash)).toEqual([hashOfToken(token)])
  const { rows } = await it.app.db.execute<{ job: string }>(sql`SELECT j::text || p.payload::text AS job
    FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p USING (id)`)
  expect(JSON.stringify([await linksOf(userId), rows])).not.toContain(token)
})

test.each([
  ['invitation', 168],
  ['reset', 24],
] as const)('an %s is good for %i hours, by the clock of the database', async (kind, hours) => {
  const { userId } = await signIn(it, 'reporter')
  const { expiresAt } = await make(userId, kind)
  const [stored] = await linksOf(userId)
  if (!stored) throw new Error('There is no link.')
  expect(stored.expiresAt.getTime() - stored.createdAt.getTime()).toBe(hours * 3_600_000)
  expect(new Date(expiresAt)).toEqual(stored.expiresAt)
  expect(expiresAt).toMatch(/\+07:00$/)
})

test('a new link closes the ones before, and of two made at once one stays open', async () => {
  const { userId } = await signIn(it, 'reporter')
  await make(userId, 'invitation')
  const lock = sql`SELECT FROM ${users} WHERE id = ${userId} FOR UPDATE`
  await whileLocked(it, lock, 2, () => Promise.all([make(userId), make(userId)]))
  expect((await linksOf(userId)).filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
})

test('whoever mails it makes the token again from the id, after a change of secrets too', async () => {
  const { userId } = await signIn(it, 'reporter')
  const { url } = await make(userId)
  const [stored] = await linksOf(userId)
  const again = (secrets: string[]) => tokenWithHash(secrets, stored?.id ?? '', stored?.tokenHash ?? '')
  const newer = 'a newer secret of the tests, 32 characters or more'
  expect(again([newer, testConfig.secrets[0]])).toBe(url.split('#')[1])
  expect(again([newer])).toBeUndefined()
})
