import type { Body } from '@bantin/shared/body'
import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())

const get = (path: string) => unchanged(it, () => send(it, publisher, 'GET', path))

describe('a comparison', () => {
  /** Revision 1 of two paragraphs; revision 2 with another title, place and first paragraph, without the second, with a third. */
  async function changedArticle() {
    const { id } = await createDraft(it, publisher, { title: 'Họp giao ban', body: bodyFromText('Thu 5 tỷ đồng.\n\nHết.') })
    const path = `/articles/${id}`
    const { body } = (await send(it, publisher, 'GET', path)).json() as { body: Body }
    const [first, second] = body.content
    const content = [
      { ...first, content: [{ type: 'text', text: 'Thu 6 tỷ đồng.' }] },
      { type: 'heading', attrs: { id: 'moi', level: 2 }, content: [{ type: 'text', text: 'Phần mới' }] },
    ]
    const patch = { title: 'Họp giao ban quý', event: { startsOn: '2026-01-02' }, body: { type: 'doc', content } }
    await send(it, editor, 'PATCH', path, patch, 1)
    return { path, first: first?.attrs?.id, second: second?.attrs?.id }
  }

  test('shows which fields, blocks and words differ', async () => {
    const { path, first, second } = await changedArticle()
    const answer = await get(`${path}/diff?from=1&to=2`)
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"2"'])
    const paragraph = { type: 'paragraph', level: null }
    expect(answer.json()).toEqual({
      from: 1,
      to: 2,
      fields: [
        {
          name: 'title',
          words: [
            { op: 'same', text: 'Họp giao ban' },
            { op: 'added', text: ' quý' },
          ],
        },
        { name: 'event', before: null, after: { startsOn: '2026-01-02', endsOn: null, place: null } },
      ],
      blocks: [
        {
          id: first,
          type: 'paragraph',
          change: 'changed',
          words: [
            { op: 'same', text: 'Thu ' },
            { op: 'removed', text: '5 ' },
            { op: 'added', text: '6 ' },
            { op: 'same', text: 'tỷ đồng.' },
          ],
          beside: [],
          before: paragraph,
          after: paragraph,
        },
        {
          id: second,
          type: 'paragraph',
          change: 'removed',
          words: [{ op: 'removed', text: 'Hết.' }],
          beside: [],
          before: paragraph,
          after: null,
        },
        {
          id: 'moi',
          type: 'heading',
          change: 'added',
          words: [{ op: 'added', text: 'Phần mới' }],
          beside: [],
          before: null,
          after: { type: 'heading', level: 2 },
        },
      ],
    })
  })

  test('without an end goes to the newest revision, and may go backwards', async () => {
    const { path } = await changedArticle()
    expect((await get(`${path}/diff?from=1`)).json()).toEqual((await get(`${path}/diff?from=1&to=2`)).json())
    const back = (await get(`${path}/diff?from=2&to=1`)).json()
    expect(back.fields[0].words.at(-1)).toEqual({ op: 'removed', text: ' quý' })
  })

  test('of a revision with itself shows no difference', async () => {
    const { path } = await changedArticle()
    const { fields, blocks } = (await get(`${path}/diff?from=1&to=1`)).json()
    expect([fields, blocks.map(({ change }: { change: string }) => change)]).toEqual([[], ['same', 'same']])
  })

  test('is of two revisions that the article has', async () => {
    const { id } = await createDraft(it, publisher)
    const path = `/articles/${id}`
    await changedArticle()
    for (const query of ['from=1&to=2', 'from=3', 'from=3&to=1']) expect((await get(`${path}/diff?${query}`)).statusCode).toBe(404)
    for (const query of ['', 'to=1', 'from=0', 'from=a', 'from=1&to=1&words=1'])
      expect((await get(`${path}/diff?${query}`)).statusCode).toBe(400)
  })

  test('shows text as text, whatever it is made of', async () => {
    const { id } = await createDraft(it, publisher, { title: '<script>alert(1)</script>' })
    await send(it, editor, 'PATCH', `/articles/${id}`, { title: '<img src=x onerror=alert(1)>' }, 1)
    const answer = await get(`/articles/${id}/diff?from=1`)
    const [{ words }] = answer.json().fields
    expect(words.map(({ text }: { text: string }) => text).join('')).toContain('<script>')
    expect(answer.headers['content-type']).toMatch('application/json')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
})
