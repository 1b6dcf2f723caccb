import type { EditorialAppointment, EditorialPerson, EditorialPost } from '@bantin/shared/editorial-people'
import type { Titles } from '@bantin/shared/titles'
import { titleFaults } from '@bantin/shared/titles/title-faults'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDatedUnit } from '../../../test/dated-units.ts'
import { send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let reporter: SignedInForTest
const ids: Record<string, string> = {}
beforeAll(async () => {
  it = await createTestApp()
  const publisher = await signIn(it, 'publisher')
  const unit = await addDatedUnit(it.database.db, {
    slug: 'kho-bac',
    names: [
      ['Kho bạc tỉnh Trà Giang', '[,2025-07-01)'],
      ['Kho bạc khu vực', '[2025-07-01,)'],
    ],
  })
  reporter = await signIn(it, 'reporter', unit)
  const made = async <T>(path: string, input: object): Promise<T> => (await send(it, publisher, 'POST', path, input)).json()
  const post = (name: string) => made<EditorialPost>(`/units/${unit}/posts`, { name })
  const [head, deputy] = [await post('Giám đốc'), await post('Phó Giám đốc')]
  const give = async (name: string, held: { to: EditorialPost; from?: string; through?: string }[]) => {
    const person = await made<EditorialPerson>('/people', { name })
    for (const { to, ...days } of held) {
      const { id } = await made<EditorialAppointment>(`/posts/${to.id}/appointments`, { personId: person.id, kind: 'substantive', ...days })
      ids[`${name} ${to.name}`] = id
    }
  }
  await give('Trần Quang Nguyên', [{ to: head, from: '2018-01-01', through: '2021-12-31' }])
  await give('Lý Minh Ánh', [
    { to: deputy, from: '2018-01-01', through: '2021-12-31' },
    { to: head, from: '2022-01-01' },
  ])
  await give('Lý Minh Anh', [{ to: deputy, from: '2022-01-01' }])
})
afterAll(() => it.close())

const get = (query: Record<string, string>) => send(it, reporter, 'GET', `/appointments?${new URLSearchParams(query)}`)
const read = async (query: Record<string, string>): Promise<Titles> => (await get(query)).json()
const lines = ({ data }: Titles) => data.map(({ post, person, unit }) => `${post} ${person.name}, ${unit.name}`)

test('whom letters may mean is answered with the title and the unit of the day, by given name', async () => {
  expect(lines(await read({ q: 'ly minh', asOf: '2021-12-28' }))).toEqual(['Phó Giám đốc Lý Minh Ánh, Kho bạc tỉnh Trà Giang'])
  expect(lines(await read({ q: 'lý', asOf: '2025-08-01' }))).toEqual([
    'Phó Giám đốc Lý Minh Anh, Kho bạc khu vực',
    'Giám đốc Lý Minh Ánh, Kho bạc khu vực',
  ])
  const today = await read({ q: 'nguyen' })
  expect([today.data, today.asOf]).toEqual([[], expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
})

test('whole names have all titles, each with its days and the unit as it was called then; ids have theirs', async () => {
  const { data } = await read({ names: 'ly minh anh,tran quang nguyen,so noi', asOf: '2025-08-01' })
  expect(data.map(({ person, post, current, unit }) => [person.name, post, current, unit.name])).toEqual([
    ['Lý Minh Anh', 'Phó Giám đốc', true, 'Kho bạc khu vực'],
    ['Lý Minh Ánh', 'Giám đốc', true, 'Kho bạc khu vực'],
    ['Lý Minh Ánh', 'Phó Giám đốc', false, 'Kho bạc tỉnh Trà Giang'],
    ['Trần Quang Nguyên', 'Giám đốc', false, 'Kho bạc tỉnh Trà Giang'],
  ])
  const text = 'Giám đốc Kho bạc Trần Quang Nguyên và Phó Giám đốc Lý Minh Anh cùng dự.'
  expect(titleFaults(text, data, '2025-08-01')).toMatchObject([{ kind: 'ended', titles: [{ from: '2018-01-01', through: '2021-12-31' }] }])
  const appointmentId = ids['Trần Quang Nguyên Giám đốc'] as string
  expect((await read({ ids: appointmentId, asOf: '2021-12-28' })).data).toMatchObject([{ appointmentId, current: true }])
})

test('one thing is asked for at a time; for nothing, nothing is answered', async () => {
  const tries = await unchanged(it, () => Promise.all([get({ q: 'a', names: 'b' }), get({ names: 'a,,b' })]))
  expect(tries.map((answer) => said(answer))).toEqual([
    [400, 'invalid_request'],
    [400, 'invalid_request'],
  ])
  expect((await read({})).data).toEqual([])
})
