import { fold } from '@bantin/shared/text'
import type { UserCard } from '@bantin/shared/users'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { createSession, createUser } from '../../../test/users.ts'

let it: TestApp
let admin: SignedInForTest
let root: string
let unit: string
let below: string
let elsewhere: string
beforeAll(async () => {
  it = await createTestApp()
  root = await createUnit(it, { name: 'Tỉnh' })
  await it.database.db.execute(sql`UPDATE sites SET root_unit_id = ${root}`)
  unit = await createUnit(it, { name: 'Sở Y tế', parentId: root })
  below = await createUnit(it, { name: 'Phòng Dược', parentId: unit })
  elsewhere = await createUnit(it, { name: 'Sở Nội vụ', parentId: root })
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const list = async (query: string, as = admin) => (await send(it, as, 'GET', `/users?${query}`)).json().data as UserCard[]
const names = async (query: string, as = admin) => (await list(query, as)).map(({ name }) => name)

describe('a user', () => {
  test('is told with state, roles, the units by their names of today, sessions and the open link', async () => {
    const grants = [
      { role: 'editor', unitId: below },
      { role: 'auditor', unitId: null },
    ] as const
    const id = await createUser(it, { name: 'Lường Văn Ơn', email: 'on@example.test', grants: [...grants] })
    await createSession(it, id)
    await createSession(it, id, 15)
    await send(it, admin, 'POST', `/users/${id}/reset`, {})
    const answer = await send(it, admin, 'GET', `/users/${id}`)
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"1"'])
    const moment = expect.stringMatching(/^2.*\+07:00$/)
    expect(answer.json()).toEqual({
      id,
      name: 'Lường Văn Ơn',
      email: 'on@example.test',
      locale: 'vi',
      state: 'active',
      hasSecondFactor: false,
      grants: [
        { role: 'editor', unitId: below, unitName: 'Phòng Dược' },
        { role: 'auditor', unitId: null, unitName: null },
      ],
      lastSeenAt: moment,
      createdAt: moment,
      disabledAt: null,
      openLink: { kind: 'reset', expiresAt: moment },
      liveSessions: 1,
      mayChange: true,
      version: 1,
    })
  })

  test('who was never here has no session and no link that still opens', async () => {
    const id = await createUser(it, { state: 'invited' })
    await send(it, admin, 'POST', `/users/${id}/invitation`, {})
    await it.database.db.execute(sql`UPDATE password_links SET expires_at = now() - interval '1 second' WHERE user_id = ${id}`)
    const user = (await send(it, admin, 'GET', `/users/${id}`)).json()
    expect(user).toMatchObject({ state: 'invited', lastSeenAt: null, openLink: null, liveSessions: 0 })
  })
})

describe('the list of users', () => {
  test('is in the order of the Vietnamese alphabet, then of ids, page by page, each user once', async () => {
    const sorted = ['Ăm Xếp', 'Đinh Xếp', 'Em Xếp', 'Ơn Xếp', 'Ơn Xếp', `${'Ư'.repeat(94)} Xếp`]
    for (const name of sorted.toReversed()) await createUser(it, { name })
    expect(await names('q=xep&limit=100')).toEqual(sorted)
    const paged: UserCard[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await send(it, admin, 'GET', `/users?q=xep&limit=1${cursor && `&cursor=${cursor}`}`)
      const { data, page }: { data: UserCard[]; page: { next: string | null } } = answer.json()
      paged.push(...data)
      cursor = page.next
    }
    expect(paged).toEqual(await list('q=xep&limit=100'))
  })

  test('finds every word in name or e-mail, however it is typed', async () => {
    await createUser(it, { name: 'Đặng Thị Ngân', email: 'ngan_10%@dienbien.example.test' })
    for (const q of ['đặng', 'DANG ngan', 'nga  thị', 'Ngân dienbien', 'ðang', 'ngân'.normalize('NFD'), '10%@', 'n_1']) {
      expect([q, await names(`q=${encodeURIComponent(q)}`)]).toEqual([q, ['Đặng Thị Ngân']])
    }
    for (const q of ['dang minh', 'nga%', 'n_an', 'nganx', '\\']) expect(await names(`q=${encodeURIComponent(q)}`)).toEqual([])
  })

  test('folds as the rest of the product does', async () => {
    const letters = 'ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴÜÇÑŠØßŒ가'
    await createUser(it, { name: letters })
    for (const letter of letters.slice(0, 79)) {
      expect(await names(`q=${encodeURIComponent(letters.replace(letter, fold(letter)))}`)).toEqual([letters])
    }
    expect(await names(`q=${encodeURIComponent(fold(letters))}`)).toEqual([letters])
  })

  test('is found by state, by role and by unit; both of one grant when both are asked for', async () => {
    const grants = [
      { role: 'editor', unitId: unit },
      { role: 'reporter', unitId: elsewhere },
    ] as const
    await createUser(it, { name: 'Một Lọc', grants: [...grants] })
    await createUser(it, { name: 'Hai Lọc', state: 'invited' })
    await createUser(it, { name: 'Ba Lọc', state: 'disabled', grants: [{ role: 'reporter', unitId: below }] })
    const found = async (query: string) => await names(`q=l%E1%BB%8Dc&${query}`)
    expect(await found('state=active')).toEqual(['Một Lọc'])
    expect(await found('state=invited')).toEqual(['Hai Lọc'])
    expect(await found('state=disabled')).toEqual(['Ba Lọc'])
    expect(await found('role=reporter')).toEqual(['Ba Lọc', 'Một Lọc'])
    expect(await found(`unit=${unit}`)).toEqual(['Một Lọc'])
    expect(await found(`unit=${unit}&role=editor`)).toEqual(['Một Lọc'])
    expect(await found(`unit=${unit}&role=reporter`)).toEqual([])
    expect(await found(`unit=${below}&role=reporter&state=disabled`)).toEqual(['Ba Lọc'])
  })

  test('has whom the one who asks administers or audits, and nobody else, as reading each has', async () => {
    const ids = {
      'in the unit': await createUser(it, { name: 'Xem A', grants: [{ role: 'reporter', unitId: unit }] }),
      'below it': await createUser(it, { name: 'Xem B', grants: [{ role: 'reporter', unitId: below }] }),
      elsewhere: await createUser(it, { name: 'Xem C', grants: [{ role: 'reporter', unitId: elsewhere }] }),
      'of the root unit': await createUser(it, { name: 'Xem D', grants: [{ role: 'reporter', unitId: root }] }),
      'of the site': await createUser(it, { name: 'Xem E', grants: [{ role: 'reporter', unitId: null }] }),
      'without a role': await createUser(it, { name: 'Xem F' }),
    }
    const seen = async (as: SignedInForTest) => {
      const listed = (await list('q=xem', as)).map(({ id }) => id)
      for (const id of Object.values(ids)) {
        expect((await send(it, as, 'GET', `/users/${id}`)).statusCode).toBe(listed.includes(id) ? 200 : 404)
      }
      return Object.entries(ids).flatMap(([where, id]) => (listed.includes(id) ? [where] : []))
    }
    for (const role of ['admin', 'auditor'] as const) {
      expect(await seen(await signIn(it, role))).toEqual(Object.keys(ids))
      expect(await seen(await signIn(it, role, root))).toEqual(Object.keys(ids))
      expect(await seen(await signIn(it, role, unit))).toEqual(['in the unit', 'below it'])
      expect(await seen(await signIn(it, role, below))).toEqual(['below it'])
    }
  })
})

describe('Oracles: the list is asked for what it offers, and nothing else', () => {
  test.each([
    ...['passwordHash=x', 'hasSecondFactor=true', 'locale=vi', 'email=x', 'id=x', 'unitId=x', 'sort=name', 'limit=0', 'limit=101'],
    ...['q=', 'q=%0A', `q=${'a'.repeat(101)}`, 'state=gone', 'state=active&state=invited', 'role=owner', 'unit=1'],
  ])('%s → 400', async (query) => {
    const answer = await unchanged(it, () => send(it, admin, 'GET', `/users?${query}`))
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
  })

  test('a cursor of other filters, of another list, or changed by one character → 400', async () => {
    for (const name of ['Trang A', 'Trang B']) await createUser(it, { name })
    const { page } = (await send(it, admin, 'GET', '/users?q=trang&limit=1')).json()
    const changed = page.next.slice(0, -1) + (page.next.endsWith('A') ? 'B' : 'A')
    for (const path of [`/users?cursor=${page.next}`, `/users?q=trang&cursor=${changed}`, `/articles?cursor=${page.next}`]) {
      const answer = await send(it, admin, 'GET', path)
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_cursor'])
    }
  })
})

test.each(['reporter', 'editor', 'publisher'] as const)('a %s is refused the list, however many users there are', async (role) => {
  const other = await signIn(it, role)
  const answer = await unchanged(it, () => send(it, other, 'GET', '/users'))
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
})

test('without a session the list is 401', async () => expect((await send(it, null, 'GET', '/users')).statusCode).toBe(401))
