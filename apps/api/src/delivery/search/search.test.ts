import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const get = async (path: string) => {
  const answer = await it.app.inject(`/api/v1${path}`)
  return { status: answer.statusCode, ...answer.json() }
}
const search = (q: string, rest = '') => get(`/search?q=${encodeURIComponent(q)}${rest}`)
const titles = async (q: string, rest = '') => (await search(q, rest)).data.map(({ title }: { title: string }) => title)
const publish = (title: string, sapo = 'Tin trong ngày.') => createPublished(it, publisher, { title, sapo })

describe('words', () => {
  test('are found whatever marks are typed, and those with the very same come first', async () => {
    await publish('Ủy bản ghi nhớ của đoàn')
    await publish('Ủy ban họp phiên thường kỳ')
    await publish('Uỷ ban làm việc với các xã')
    expect(await titles('uy ban')).toHaveLength(3)
    expect((await titles('ủy ban')).slice(0, 2).sort()).toEqual(['Uỷ ban làm việc với các xã', 'Ủy ban họp phiên thường kỳ'].sort())
    expect((await titles('ủy ban'))[2]).toBe('Ủy bản ghi nhớ của đoàn')
    expect(await titles('ủy ban'.normalize('NFD'))).toEqual(await titles('ủy ban'))
  })

  test('of which all are required, near each other before far apart', async () => {
    await publish('Tổng kết công tác thi đua khen thưởng')
    await publish('Khen ngợi phong trào thi đua, trao thưởng')
    expect(await titles('thi dua khen thuong')).toEqual(['Tổng kết công tác thi đua khen thưởng', 'Khen ngợi phong trào thi đua, trao thưởng'])
    expect(await titles('thi đua lúa nước')).toEqual([])
    expect(await titles('"khen thưởng"')).toEqual(['Tổng kết công tác thi đua khen thưởng'])
    expect(await titles('thi đua -"khen thưởng"')).toEqual(['Khen ngợi phong trào thi đua, trao thưởng'])
  })
})

test('drafts and what was taken down are not found', async () => {
  await createDraft(it, publisher, { title: 'Riêng bản nháp zebra' })
  const { id, version } = await publish('Bài về zebra sắp gỡ')
  expect(await titles('zebra')).toEqual(['Bài về zebra sắp gỡ'])
  await send(it, publisher, 'POST', `/articles/${id}/hold`, {}, version)
  expect(await titles('zebra')).toEqual([])
})
