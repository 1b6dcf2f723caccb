import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../apps/api/src/db/embedded-server.ts'
import { loadWebBuild } from '../../apps/api/src/pages/web-build.ts'
import { createAccount, password } from '../../apps/api/test/auth-client.ts'
import { addPerson, addPost } from '../../apps/api/test/dated-units.ts'
import { createAuthor, createCategory, createDraft, createUnit, send } from '../../apps/api/test/factories.ts'
import { askOpinion, createPreview } from '../../apps/api/test/links.ts'
import { plantFile, plantText } from '../../apps/api/test/plant-hostile.ts'
import { type SignedInForTest, signIn } from '../../apps/api/test/sign-in.ts'
import { createTestApp, type TestApp } from '../../apps/api/test/test-app.ts'
import { attacks, refusedAddresses } from '../support/attacks.ts'
import { giveSession } from '../support/desk.ts'
import { type HostileFiles, hostileBody, link, strayBody } from '../support/hostile-body.ts'
import { openPanel } from '../support/panels.ts'
import { openWatched, strangers, type WatchedPage } from '../support/watched-page.ts'

let it: TestApp
let publisher: SignedInForTest
let files: HostileFiles
let siteUrl: string
let watched: WatchedPage[]
/** Short enough for one line of the contract. */
const [line, all] = ['"></title><script>canary()</script><img src=x onerror=canary()>', attacks.join(' ')]

beforeAll(async () => {
  const port = await freePort()
  siteUrl = `http://localhost:${port}`
  const web = await loadWebBuild(fileURLToPath(new URL('../../apps/web/dist', import.meta.url)))
  // Answers are not held against their schemas: what stands in the database here fits none.
  it = await createTestApp({ publicUrl: siteUrl, port }, { web, prepare: () => undefined })
  await it.app.listen({ host: 'localhost', port })
  publisher = await signIn(it, 'publisher')
  const [picture, document, recording] = [
    await plantFile(it, 'picture', all),
    await plantFile(it, 'document', all),
    await plantFile(it, 'audio', all),
  ]
  const post = await addPost(it.database.db, await createUnit(it, { name: all }), all)
  const [appointment = ''] = await addPerson(it.database.db, { slug: 'nguoi-thu', fullName: all }, { postId: post, period: '(,)' })
  files = { picture, document, recording, appointment }
  watched = [await openWatched(siteUrl, { withPolicy: false }), await openWatched(siteUrl, { withPolicy: true })]
})
afterAll(async () => {
  for (const one of watched) await one.close()
  await it.close()
})

/** Opens the page without its policy and with it, side by side; nothing may have happened by the time that it is still. */
async function isHarmless(path: string, ready: (page: Page) => Promise<unknown>): Promise<void> {
  await Promise.all(
    watched.map(async ({ page, seen }) => {
      await page.goto(path, { waitUntil: 'networkidle' })
      await ready(page)
      expect([path, seen, await strangers(page)]).toEqual([path, [], []])
    }),
  )
}

const paragraphs = (page: Page) => page.locator('[data-article-body] > p').allTextContents()
const links = async (id: string, version: number) => {
  const opinion = await askOpinion(it, publisher, { id, version }, line)
  return [`/xem-truoc/${(await createPreview(it, publisher, id)).token}`, `/y-kien/${opinion.token}`]
}

describe('hostile text that the API takes, in every node and every field', () => {
  let id: string
  let version: number
  let slug: string

  beforeAll(async () => {
    const made = await createDraft(it, publisher, {
      title: line,
      kicker: line,
      sapo: attacks.slice(0, 12).join(' '),
      body: hostileBody(files),
      heroMediaId: files.picture,
      bylines: [{ authorId: await createAuthor(it, all), role: 'text' }],
      categoryIds: [await createCategory(it, all)],
      event: { startsOn: '2021-12-27', place: line },
      source: { name: line, url: 'https://canary.example/"onmouseover="canary()"', author: line },
    })
    id = made.id
    await send(it, publisher, 'POST', `/articles/${id}/revisions`, { label: line }, made.version)
    const changed = await send(it, publisher, 'PATCH', `/articles/${id}`, { body: hostileBody(files, 1), title: `${line} 2` }, made.version)
    const published = await send(it, publisher, 'POST', `/articles/${id}/publish`, {}, changed.json().version)
    version = published.json().version
    slug = published.json().slug
  })

  test('runs nowhere on the site, and is shown as it was written', async () => {
    const words = hostileBody(files, 1).content.flatMap((block) => (block.type === 'paragraph' ? [block.content?.[0]] : []))
    const expected = words.map((node) => (node?.type === 'text' ? node.text : ''))
    for (const path of [`/bai-viet/${slug}`, `/en/bai-viet/${slug}`, ...(await links(id, version))]) {
      await isHarmless(path, async (page) => expect([path, await paragraphs(page)]).toEqual([path, expected]))
    }
    const { bylines, categories } = (await it.app.inject(`/api/v1/articles/${slug}`)).json()
    for (const url of [siteUrl, bylines[0].url, categories[0].url]) {
      await isHarmless(url, (page) => page.locator('main').getByText('onerror=canary()').first().waitFor())
    }
  })

  test('is data in the head of the page', async () => {
    const { page } = watched[0] as WatchedPage
    await page.goto(`/bai-viet/${slug}`)
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
    const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content')
    expect([data.headline, await meta('og:title'), await meta('og:image:alt'), (await page.title()).startsWith(line)]).toEqual([
      ...[`${line} 2`, `${line} 2`, all, true],
    ])
  })

  test.each([
    ['write it', 'publisher'],
    ['read it', 'auditor'],
  ] as const)('runs nowhere at the desk of those who may %s, nor where versions are compared', async (_may, role) => {
    const email = await createAccount(it, { role, name: line })
    for (const { page, seen } of watched) {
      await giveSession(page, { email, password }, siteUrl)
      await page.goto(`/ban-bien-tap/bai/${id}`)
      const panel = await openPanel(page, 'Lịch sử')
      await panel.getByRole('button', { name: 'So sánh bản 1 với bản mới nhất' }).click()
      await page.getByRole('dialog', { name: 'So sánh hai bản' }).locator('section p').first().waitFor()
      expect([role, seen, await strangers(page)]).toEqual([role, [], []])
      await page.context().clearCookies()
    }
  })
})

describe('what the API refuses', () => {
  test.each(refusedAddresses)('is an address such as %j', async (href) => {
    const answer = await send(it, publisher, 'POST', '/articles', { title: 'Bài thử', body: { type: 'doc', content: [link(href)] } })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
  })

  test('runs nowhere when it stands in the database all the same', async () => {
    const { id, version } = await createDraft(it, publisher)
    await plantText(it, id, { title: all, kicker: all, sapo: all, body: strayBody(files) })
    expect((await send(it, publisher, 'POST', `/articles/${id}/publish`, {}, version)).statusCode).toBe(200)
    const { slug } = (await it.app.inject(`/api/v1/articles/${id}`)).json()
    for (const path of [`/bai-viet/${slug}`, ...(await links(id, version + 1))]) {
      await isHarmless(path, async (page) => {
        const hrefs = await page.locator('[data-article-body] > p a[href]').evaluateAll((all) => all.map((link) => link.outerHTML))
        expect([path, hrefs]).toEqual([path, []])
      })
    }
  })
})
