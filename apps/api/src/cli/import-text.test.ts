import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createUnit } from '../../test/factories.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import { importText } from './import-text.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const text = `Khối thi đua họp, ký giao ước\r
\r
Sáng nay, tại hội trường,\r
chín đơn vị dự họp.\r
\r
Đồng chí Trưởng khối phát biểu: “Đoàn kết, kỷ cương”.\r
\r
Mục lục trang cũ\r
Trang chủ\r
`

/** Runs the command on the test's database with a file of its own; answers the lines it said. */
async function runImport(content: string, ...options: string[]): Promise<string[]> {
  const file = join(temporaryFolder(), 'bài.txt')
  writeFileSync(file, content)
  const said: string[] = []
  const say = (line: string) => said.push(line)
  const env = { DATABASE_URL: it.databaseUrl, SECRET: 'k3Jw9vXq2LmZ7pTt4RbYc8NdFgHs1AaE' }
  expect(await importText.run([file, ...options], { env, say, complain: say })).toBe(0)
  return said
}

async function namesOf(path: string, id: string): Promise<{ slug: string }> {
  const { data } = (await it.app.inject(`/api/v1/${path}`)).json()
  return data.find((one: { id: string }) => one.id === id)
}

describe('a text file that is imported', () => {
  test('and published is read at its slug, letter for letter, up to where it was to stop', async () => {
    const unit = await namesOf('units', await createUnit(it, { name: 'Văn phòng' }))
    const author = await namesOf('authors', await createAuthor(it, 'Nguyễn Thị Thử'))
    const options = ['--unit', unit.slug, '--author', author.slug, '--event-date', '28/12/2021', '--stop-at', 'Mục lục trang cũ']
    const said = await runImport(text.normalize('NFD'), ...options, '--publish')
    expect(said).toEqual(['Published: http://localhost:3000/bai-viet/khoi-thi-dua-hop-ky-giao-uoc'])
    expect((await it.app.inject('/api/v1/articles/khoi-thi-dua-hop-ky-giao-uoc')).json()).toMatchObject({
      title: 'Khối thi đua họp, ký giao ước',
      bodyHtml: '<p>Sáng nay, tại hội trường, chín đơn vị dự họp.</p>\n<p>Đồng chí Trưởng khối phát biểu: “Đoàn kết, kỷ cương”.</p>',
      publisher: { name: 'Văn phòng' },
      units: [{ name: 'Văn phòng', role: 'lead' }],
      bylines: [{ name: 'Nguyễn Thị Thử', role: 'text' }],
      event: { startsOn: '2021-12-28' },
    })
  })

  test('of an archive stands under the day on which it came out, and the change feed, feeds and the map of news tell nobody of it as new', async () => {
    await runImport('Chợ quê ngày cũ\n\nMột đoạn.', '--publish', '--first-published', '2/9/2019')
    const article = (await it.app.inject('/api/v1/articles/cho-que-ngay-cu')).json()
    const at = '2019-09-02T00:00:00.000+07:00'
    expect(article).toMatchObject({ firstPublishedAt: at, publishedAt: at, event: null })
    const { data } = (await it.app.inject('/api/v1/changes?include=article')).json()
    expect(data.at(-1)).toMatchObject({ action: 'put', reason: 'published', backfill: true, article })
    const rest = ['/feeds/rss.xml', '/feeds/atom.xml', '/feeds/feed.json', '/sitemap-news.xml']
    for (const path of rest) expect((await it.app.inject(path)).body).not.toContain('cho-que-ngay-cu')
    expect((await it.app.inject('/api/v1/articles?publishedTo=2019-09-02')).json().data).toMatchObject([{ id: article.id }])
    const { rows } = await it.database.db.execute(`SELECT FROM notifications WHERE article_id = '${article.id}'`)
    expect(rows).toEqual([])
  })

  test('of no archive is news in the change feed', async () => {
    await runImport('Chợ quê ngày nay\n\nMột đoạn.', '--publish')
    expect((await it.app.inject('/api/v1/changes')).json().data.at(-1)).toMatchObject({ reason: 'published', backfill: false })
  })

  test('without --publish is a draft of the root unit, and not public', async () => {
    const [line = ''] = await runImport('Chưa đăng\n\nMột đoạn.')
    const id = /^Draft: http:\/\/localhost:3000\/ban-bien-tap\/bai\/(\S+)$/.exec(line)?.[1]
    expect((await it.app.inject(`/api/v1/articles/${id}`)).statusCode).toBe(404)
    const { rows } = await it.database.db.execute(`SELECT work_state, public_state FROM articles WHERE id = '${id}'`)
    expect(rows).toEqual([{ work_state: 'draft', public_state: 'none' }])
  })

  test.each([
    ['an unknown unit', ['--unit', 'khong-co'], /^Nothing has the slug "khong-co"/],
    ['an unknown author', ['--author', 'khong-co'], /^Nothing has the slug "khong-co"/],
    [
      'a day that the calendar has not',
      ['--event-date', '31/02/2021'],
      /^The article cannot be taken: --event-date: Use a day that the calendar has/,
    ],
    [
      'no day on which it came out',
      ['--first-published', '31/02/2019'],
      /^The article cannot be taken: --first-published: Use a day that the calendar has/,
    ],
    [
      'a day that is to come',
      ['--first-published', '2999-01-01'],
      /^The article cannot be taken: --first-published: It cannot have come out in/,
    ],
  ])('with %s is refused in one line and leaves nothing', async (_name, options, message) => {
    await unchanged(it, () => expect(runImport(text, ...options, '--publish')).rejects.toThrow(message))
  })

  test('is of no archive as long as it is a draft', async () => {
    await unchanged(it, () =>
      expect(runImport(text, '--first-published', '2019-09-02')).rejects.toThrow('--first-published goes with --publish.'),
    )
  })
})
