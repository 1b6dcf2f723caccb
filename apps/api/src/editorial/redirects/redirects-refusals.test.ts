import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  await send(it, publisher, 'POST', '/redirects', { fromPathQuery: '/co-roi', url: '/don-vi' })
})
afterAll(() => it.close())

const unknownId = '00000000-0000-7000-8000-000000000000'
const refused = async (...request: Parameters<typeof send>) => (await unchanged(it, () => send(...request))).json()
const refusedInput = (input: unknown) => refused(it, publisher, 'POST', '/redirects', input)

describe('a target that is none is refused, and changes nothing', () => {
  test.each([
    '//evil.example',
    '/.//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:secret@evil.example',
    'http://localhost:3000//evil.example',
    'ftp://example.com',
    'don-vi',
    '/co-roi-2',
    'http://localhost:3000/co-roi-2?x=1',
    `/${'á'.repeat(400)}`,
  ])('%j', async (url) => {
    const problem = await refusedInput({ fromPathQuery: '/co-roi-2', url })
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ in: 'body', pointer: '/url' }] })
  })

  test.each([
    ['none at all', {}],
    ['two at once', { articleId: unknownId, url: '/don-vi' }],
    ['two nulls', { articleId: null, url: null }],
  ])('%s', async (_name, target) => {
    const problem = await refusedInput({ fromPathQuery: '/mot-dich', ...target })
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ pointer: '/articleId', code: 'one_target' }] })
  })

  test('an article that is not there answers like one that the editor may not know of', async () => {
    const root = await createUnit(it)
    await it.database.db.execute(`UPDATE sites SET root_unit_id = '${root}'`)
    const ofRoot = await signIn(it, 'publisher', root)
    const foreign = await createDraft(it, publisher, { unitId: await createUnit(it) })
    const own = await createDraft(it, publisher, { unitId: root })
    const answerTo = (articleId: string) => refused(it, ofRoot, 'POST', '/redirects', { fromPathQuery: '/cua-ai', articleId })
    const [unknown, hidden] = [await answerTo(unknownId), await answerTo(foreign.id)]
    expect(hidden).toEqual(unknown)
    expect(unknown).toMatchObject({ status: 422, code: 'unknown_reference', errors: [{ in: 'body', pointer: '/articleId' }] })
    expect((await send(it, ofRoot, 'POST', '/redirects', { fromPathQuery: '/cua-ta', articleId: own.id })).statusCode).toBe(201)
  })
})

describe('an address that cannot be an old one is refused, and changes nothing', () => {
  test.each([
    'http://localhost:3000/cu',
    '//cu.example/a',
    'cu',
    '',
    '/cu#phan',
    '/cu\\a',
    '/cu\n',
    `/${'á'.repeat(400)}`,
    '/',
    '/?p=15',
    '/en',
    '/don-vi/',
    '/en/don-vi?x=1',
    '/dang-nhap',
    '/ban-bien-tap/bai/1',
    '/api/v1/articles',
    '/%61pi/v1/articles',
    '/x/../api',
    '/media/x',
    '/docs',
    '/xem-truoc/x',
  ])('%j', async (fromPathQuery) => {
    const problem = await refusedInput({ fromPathQuery, url: 'https://khac.example.gov.vn' })
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ in: 'body', pointer: '/fromPathQuery' }] })
  })

  test('at which something of ours stands, shown or not: it has its address for itself', async () => {
    const [article, held, unit, author, category] = [
      await createPublished(it, publisher),
      await createPublished(it, publisher),
      await createUnit(it),
      await createAuthor(it),
      await createCategory(it),
    ]
    await send(it, publisher, 'POST', `/articles/${held.id}/hold`, {}, held.version)
    const slugs = await it.database.db.execute<{ path: string }>(`
      SELECT '/don-vi/' || slug AS path FROM units WHERE id = '${unit}' UNION ALL
      SELECT '/tac-gia/' || slug FROM authors WHERE id = '${author}' UNION ALL
      SELECT '/chuyen-muc/' || slug FROM categories WHERE id = '${category}'`)
    const paths = slugs.rows.map(({ path }) => path)
    expect(paths).toHaveLength(3)
    for (const path of [`/bai-viet/${article.slug}`, `/en/bai-viet/${article.slug}/?x=1`, `/bai-viet/${held.slug}`, ...paths]) {
      const problem = await refusedInput({ fromPathQuery: path, url: 'https://khac.example.gov.vn' })
      expect([path, problem]).toMatchObject([path, { status: 409, code: 'conflict', errors: [{ pointer: '/fromPathQuery' }] }])
    }
    expect((await send(it, publisher, 'POST', '/redirects', { fromPathQuery: '/bai-viet/chua-co', url: '/don-vi' })).statusCode).toBe(201)
  })

  test('that leads somewhere already, in whatever spelling, also when it is moved there', async () => {
    for (const fromPathQuery of ['/co-roi', '/co-roi/', '/%63o-roi']) {
      const problem = await refusedInput({ fromPathQuery, url: '/don-vi' })
      expect(problem).toMatchObject({ status: 409, code: 'conflict', errors: [{ pointer: '/fromPathQuery', code: 'taken' }] })
    }
    const { id } = (
      await send(it, publisher, 'POST', '/redirects', { fromPathQuery: '/se-doi', url: 'https://khac.example.gov.vn' })
    ).json()
    const moved = await refused(it, publisher, 'PATCH', `/redirects/${id}`, { fromPathQuery: '/co-roi' }, 1)
    expect(moved).toMatchObject({ status: 409, code: 'conflict', errors: [{ pointer: '/fromPathQuery', code: 'taken' }] })
  })
})
