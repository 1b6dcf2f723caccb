import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password, post } from '../../../test/auth-client.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { makeUser, readOptions } from '../../cli/user-create.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { unitNames, units } from '../../db/schema/units.ts'
import { users } from '../../db/schema/users.ts'
import { createUser, type UserOfCommand } from './create-user.service.ts'

let it: TestApp
const unitId = uuidv7()
beforeAll(async () => {
  it = await createTestApp()
  await it.app.db.transaction(async (tx) => {
    await tx.insert(units).values({ id: unitId, slug: 'so-noi-vu', kind: 'agency' })
    await tx.insert(unitNames).values([
      { id: uuidv7(), unitId, name: 'Ban cũ', period: '[2015-01-01,2020-01-01)' },
      { id: uuidv7(), unitId, name: 'Sở Nội vụ', period: '[2020-01-01,)' },
    ])
  })
})
afterAll(() => it.close())

const lan = { email: 'lan@example.test', name: 'Phạm Thị Lan', password, role: 'reporter', unitSlug: 'so-noi-vu' } as const
const storedUsers = () => it.app.db.select().from(users)

describe('a new user', () => {
  test('can sign in, with the role in the unit by its name of today', async () => {
    await createUser(it.app.db, lan)
    const { user } = (await post(it, 'login', { body: { email: lan.email, password } })).json()
    expect(user.grants).toEqual([{ role: 'reporter', unitId, unitName: 'Sở Nội vụ' }])
  })

  test('is noted in the audit log, without the password', async () => {
    const entityId = await createUser(it.app.db, { ...lan, email: 'minh@example.test' })
    const [entry] = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, entityId))
    expect(entry).toMatchObject({ action: 'user.create', entity: 'user', actorId: null, actorName: 'command line', version: 1 })
    expect(entry?.detail).toEqual({ grants: [{ role: 'reporter', unitId }] })
    expect(JSON.stringify(entry)).not.toContain(password)
  })

  test('gets a name and an e-mail as text is stored, and a hashed password', async () => {
    const id = await createUser(it.app.db, { ...lan, email: ' hoa@example.test ', name: ' Lò Thị Hoa\u200B '.normalize('NFD') })
    const [stored] = await it.app.db.select().from(users).where(eq(users.id, id))
    expect(stored).toMatchObject({ email: 'hoa@example.test', name: 'Lò Thị Hoa'.normalize('NFC') })
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe('nobody is made', () => {
  test.each<[string, Partial<UserOfCommand>, string, string]>([
    ['with an e-mail that is none', { email: 'lan' }, '/email', 'invalid_request'],
    ['with an e-mail of another alphabet', { email: 'lan@dienbi\u0435n.gov.vn' }, '/email', 'invalid_request'],
    ['with the address of a page in the name', { name: 'Lan http://a.test' }, '/name', 'invalid_request'],
    ['with an empty name', { name: ' ' }, '/name', 'invalid_request'],
    ['with a name of two lines', { name: 'Lan\nadmin' }, '/name', 'invalid_request'],
    ['with a password of seven characters', { password: 'a-b_c=d' }, '/password', 'invalid_request'],
    ['with a password of 129 characters', { password: 'cà phê '.repeat(19).slice(0, 129) }, '/password', 'invalid_request'],
    ['with a common password', { password: 'Mật khẩu 123' }, '/password', 'invalid_request'],
    ['with a role that is none', { role: 'owner' as 'admin' }, '/role', 'invalid_request'],
    ['in a unit that is none', { unitSlug: 'so-khac' }, '/unitSlug', 'unknown_reference'],
  ])('%s', async (_name, change, pointer, code) => {
    const before = await storedUsers()
    const made = createUser(it.app.db, { ...lan, email: 'nobody@example.test', ...change })
    await expect(made).rejects.toMatchObject({ code, extra: { errors: [{ in: 'body', pointer }] } })
    expect(await storedUsers()).toEqual(before)
  })

  test('with an e-mail that is taken, in whatever capitals', async () => {
    await createUser(it.app.db, { ...lan, email: 'taken@example.test' })
    const again = createUser(it.app.db, { ...lan, email: 'Taken@Example.test' })
    await expect(again).rejects.toMatchObject({ code: 'conflict', extra: { errors: [{ pointer: '/email', code: 'email_taken' }] } })
  })

  test('twice, when two make the same at once', async () => {
    const twice = () => Promise.allSettled([1, 2].map(() => createUser(it.app.db, { ...lan, email: 'once@example.test' })))
    const both = await whileLocked(it, sql`LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE`, 2, twice)
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  })
})

describe('bantin user create', () => {
  const options = ['--email', 'cli@example.test', '--name', 'Quản trị', '--role', 'admin']

  test('makes a user of the whole site or of a unit', async () => {
    expect(await makeUser(it.app.db, readOptions(options), password)).toBe('cli@example.test can sign in as admin.')
    expect(readOptions([...options, '--unit', 'so-noi-vu'])).toMatchObject({ unitSlug: 'so-noi-vu' })
  })

  test('says in one line what is wrong with which option', async () => {
    const given = readOptions(['--email', 'x', '--name', 'Lan', '--role', 'owner', '--unit', 'so-noi-vu'])
    await expect(makeUser(it.app.db, given, 'short')).rejects.toThrow(
      /^The user was not made\. (?=.*--email: Use)(?=.*--role: Use one of: reporter, editor)(?=.*password: Use 8 to 128).*$/,
    )
    const elsewhere = readOptions([...options.with(1, 'new@example.test'), '--unit', 'so-khac'])
    await expect(makeUser(it.app.db, elsewhere, password)).rejects.toThrow(
      'The user was not made. --unit: There is no unit with this slug.',
    )
  })

  test('asks for what is missing, and takes no password as an option', () => {
    expect(() => readOptions(['--email', 'x@example.test'])).toThrow('--email, --name and --role are needed.')
    expect(() => readOptions([...options, '--password', password])).toThrow('--password')
  })
})
