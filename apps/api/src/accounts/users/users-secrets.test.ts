import type { GrantInput } from '@bantin/shared/users'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { own } from '../../../test/auth-client.ts'
import { createUnit, send } from '../../../test/factories.ts'
import { handOver } from '../../../test/leaver.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { userRoutes } from '../../../test/user-routes.ts'
import { createUser } from '../../../test/users.ts'

let it: TestApp
let admin: SignedInForTest
let unit: string
const log: string[] = []
beforeAll(async () => {
  it = await createTestApp({}, { logger: { level: 'trace', stream: { write: (line: string) => log.push(line) } } })
  unit = await createUnit(it)
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())
beforeEach(() => log.splice(0))

const sentinel = 'CANH-GAC-5c1d'
/** For what a person is shown of himself, and nobody else of him. */
const ownSentinel = 'RIENG-TU-77e2'

/** Marks every private column about the person. */
async function plantSentinels(id: string): Promise<void> {
  const { db } = it.database
  await db.execute(sql`UPDATE users SET password_hash = ${sentinel} WHERE id = ${id} AND password_hash IS NOT NULL`)
  await db.execute(sql`INSERT INTO second_factors (user_id, secret, confirmed_at) VALUES (${id}, ${sentinel}::bytea, now())`)
  await db.execute(sql`INSERT INTO recovery_codes (user_id, hash) VALUES (${id}, ${sentinel})`)
  await db.execute(sql`
    INSERT INTO trusted_devices (id, user_id, token_hash, device, expires_at)
    VALUES (gen_random_uuid(), ${id}, ${sentinel + id}, ${ownSentinel}, now() + interval '1 day')`)
  await db.execute(sql`
    INSERT INTO password_links (id, user_id, kind, token_hash, expires_at)
    VALUES (gen_random_uuid(), ${id}, 'reset', ${sentinel + id}, now() + interval '1 day')`)
  await db.execute(sql`
    WITH opened AS (INSERT INTO sessions (id, user_id, device, address) VALUES (gen_random_uuid(), ${id}, ${ownSentinel}, ${ownSentinel}) RETURNING id)
    INSERT INTO refresh_tokens (hash, session_id) SELECT ${sentinel + id}, id FROM opened`)
  await db.execute(sql`INSERT INTO notification_settings (user_id, chat_url) VALUES (${id}, ${sentinel}::bytea)`)
}

test('Sentinels: nothing that is private to a person is in any answer about him, in the log, or in the audit log', async () => {
  const everybody = [admin, await signIn(it, 'admin', unit), await signIn(it, 'auditor'), await signIn(it, 'reporter')]
  const answers: string[] = []
  const grants: GrantInput[] = [{ role: 'reporter', unitId: unit }]
  for (const as of everybody) {
    for (const { method, path, body, state } of userRoutes) {
      const id = await createUser(it, { state, grants })
      await plantSentinels(id)
      answers.push((await send(it, as, method, `/users/${id}${path}`, body, 1)).body)
    }
    const [leaver, successor] = [await createUser(it, { grants }), await createUser(it, { grants })]
    await plantSentinels(leaver)
    await plantSentinels(successor)
    answers.push((await send(it, as, 'GET', `/users/${leaver}/hand-over`)).body)
    const everything = { articles: 'give', schedules: 'give', links: 'give', grants: 'give', disable: true } as const
    answers.push((await handOver(it, as, leaver, { to: successor, ...everything })).body)
    answers.push((await send(it, as, 'GET', '/users?limit=100')).body)
  }
  const { rows } = await it.database.db.execute(sql`SELECT * FROM audit_log`)
  const said = answers.join('')
  expect([said.length > 1000, rows.length > 10]).toEqual([true, true])
  expect(said).toMatch(/"successors":.*"grants":1,"disabled":true/)
  for (const text of [said, log.join(''), JSON.stringify(rows)]) {
    for (const spelling of [...spellingsOf(sentinel), ...spellingsOf(ownSentinel)]) expect(text).not.toContain(spelling)
  }
})

test('Sentinels: what is secret is in no answer about oneself either; where one is signed in is', async () => {
  const person = await signIn(it, 'reporter')
  await plantSentinels(person.userId)
  const answers = await Promise.all(['me', 'sessions', 'trusted-devices'].map((path) => own(it, person, 'GET', path)))
  expect(answers.map(({ statusCode, body }) => [statusCode, body.includes(ownSentinel)])).toEqual([
    [200, false],
    [200, true],
    [200, true],
  ])
  const said = answers.map(({ body }) => body).join('')
  for (const text of [said, log.join('')]) {
    for (const spelling of spellingsOf(sentinel)) expect(text).not.toContain(spelling)
  }
})

function spellingsOf(text: string): string[] {
  return [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64')]
}

test('the token of a link is in the answer that made it and nowhere else: no later answer, no table, no log', async () => {
  const created = await send(it, admin, 'POST', '/users', { email: 'moi@example.test', name: 'Mới', grants: [] })
  const { user, link } = created.json()
  const invited = (await send(it, admin, 'POST', `/users/${user.id}/invitation`, {})).json()
  const reset = (await send(it, admin, 'POST', `/users/${await createUser(it)}/reset`, {})).json()
  const tokens = [link, invited, reset].map(({ url }) => url.split('#')[1])
  expect(tokens.map((token) => token.length)).toEqual([43, 43, 43])
  const later = [await send(it, admin, 'GET', `/users/${user.id}`), await send(it, admin, 'GET', '/users?limit=100')]
  const { rows: names } = await it.database.db.execute<{ name: string }>(sql`
    SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'graphile_worker') AND c.relkind = 'r'`)
  const tables = await Promise.all(names.map(({ name }) => it.database.db.execute(sql.raw(`SELECT t::text FROM ${name} t`))))
  const everywhere = [...later.map(({ body }) => body), ...log, ...tables.map(({ rows }) => JSON.stringify(rows))].join('')
  expect(everywhere).toContain('mailPasswordLink')
  for (const token of tokens) expect(everywhere).not.toContain(token)
})

test('what fails is logged without what it was given', async () => {
  await it.database.db.execute(sql`ALTER TABLE password_links RENAME TO password_links_away`)
  const answer = await send(it, admin, 'POST', '/users', { email: 'bi-mat@example.test', name: 'Tên Bí Mật', grants: [] })
  await it.database.db.execute(sql`ALTER TABLE password_links_away RENAME TO password_links`)
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal'])
  expect(log.join('')).toContain('"code":"42P01"')
  for (const secret of ['bi-mat@example.test', 'Tên Bí Mật']) expect(log.join('')).not.toContain(secret)
})
