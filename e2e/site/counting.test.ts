import type { CreatedPreview } from '@bantin/shared/previews'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../../apps/api/src/db/client.ts'
import { demoPaths, notFoundLine } from '../support/demo.ts'
import { signInAs } from '../support/editor.ts'
import { keepHidden, startJourney } from '../support/journey.ts'

let database: Database
beforeAll(async () => {
  database = await openDatabase({
    url: inject('databaseServerUrl'),
    onError: (error) => {
      throw error
    },
  })
})
afterAll(() => database.close())

const { home, article, units, missing } = demoPaths
const articles = 'main article a[href^="/bai-viet/"]'

/** Follows a link inside the application. */
const follow = (page: Page, path: string) => page.locator(`a[href="${path}"]:visible`).first().click()

/** Opens an address as a link of the page itself does that the router does not take. */
async function load(page: Page, path: string): Promise<void> {
  await Promise.all([page.waitForURL(`**${path}`), page.evaluate((address) => location.assign(address), path)])
}

describe('a page load', () => {
  test('from outside is a visit, with the host it came from', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(article, { referer: 'https://search.example/results?q=riêng' })
    expect(await stored(1)).toEqual([`visit ${article} from search.example`])
  })

  test('from a page of ours is a view; a typed address after it is the next visit', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(home)
    expect(await stored(1)).toEqual(['visit /'])
    await load(page, units)
    expect(await stored(2)).toEqual(['visit /', 'view /don-vi'])
    await page.goto(article)
    expect(await stored(3)).toEqual(['visit /', 'view /don-vi', `visit ${article}`])
  })

  test('again is a view', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(article)
    await stored(1)
    await page.reload()
    expect(await stored(2)).toEqual([`visit ${article}`, `view ${article}`])
  })

  test('back and forward over documents are views', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(home)
    await stored(1)
    await load(page, units)
    await stored(2)
    await page.goBack()
    await stored(3)
    await page.goForward()
    expect(await stored(4)).toEqual(['visit /', 'view /don-vi', 'view /', 'view /don-vi'])
  })

  test('that the browser brings back whole is a view, and one that it only shows is none', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(article)
    await stored(1)
    const show = (persisted: boolean) =>
      page.evaluate((is) => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: is })), persisted)
    await show(false)
    expect(await stored(1)).toHaveLength(1)
    await show(true)
    expect(await stored(2)).toEqual([`visit ${article}`, `view ${article}`])
  })

  test('where there is nothing is not counted; who goes on from there is a visitor of the next page', async () => {
    const { page, stored } = await startJourney(database, { expected: [notFoundLine] })
    await page.goto(missing, { waitUntil: 'networkidle' })
    expect(await stored(0)).toEqual([])
    await follow(page, home)
    expect(await stored(1)).toEqual(['visit /'])
  })
})

describe('inside the application', () => {
  test('back and forward are views', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(home)
    await stored(1)
    await follow(page, units)
    await stored(2)
    await page.goBack()
    await stored(3)
    await page.goForward()
    expect(await stored(4)).toEqual(['visit /', 'view /don-vi', 'view /', 'view /don-vi'])
  })

  test('hashes, queries and replaced addresses are none, nor is the way back over them', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(article)
    await stored(1)
    await page.evaluate(() => {
      location.hash = 'giua-bai'
      history.pushState(null, '', `${location.pathname}?co=1`)
      history.replaceState(null, '', `${location.pathname}?co=2#cuoi-bai`)
    })
    await page.goBack()
    await page.goBack()
    expect(await stored(1)).toEqual([`visit ${article}`])
  })

  test('the same link twice is one view', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(home)
    await stored(1)
    await follow(page, units)
    await stored(2)
    await follow(page, units)
    expect(await stored(2)).toEqual(['visit /', 'view /don-vi'])
  })

  test('from article to article is a view of each', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(article)
    await stored(1)
    const next = await page.locator('aside a[href^="/bai-viet/"]').first().getAttribute('href')
    await follow(page, next ?? '')
    expect(await stored(2)).toEqual([`visit ${article}`, `view ${next}`])
  })

  test('the other language is a view of the same article', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto(article)
    await stored(1)
    await follow(page, `/en${article}`)
    expect(await stored(2)).toEqual([`visit ${article}`, `view ${article}`])
  })

  test('a search is one view however often it is changed, and what it found another', async () => {
    const { page, stored } = await startJourney(database)
    await page.goto('/tim-kiem?q=thi%20%C4%91ua')
    await stored(1)
    await page.locator('main input[name="q"]').fill('khen thưởng')
    await page.locator('main input[name="q"]').press('Enter')
    await page.waitForURL(/khen/)
    expect(await stored(1)).toEqual(['visit /tim-kiem'])
    const found = await page.locator(articles).first().getAttribute('href')
    await follow(page, found ?? '')
    expect(await stored(2)).toEqual(['visit /tim-kiem', `view ${found}`])
  })
})

describe('what nobody has seen', () => {
  test('a page in the background is counted when it comes to the front, once', async () => {
    const { page, stored } = await startJourney(database)
    const { show } = await keepHidden(page)
    await page.goto(article, { waitUntil: 'networkidle', referer: 'https://search.example/' })
    expect(await stored(0)).toEqual([])
    await show()
    await show()
    expect(await stored(1)).toEqual([`visit ${article} from search.example`])
  })

  test('one that is closed before it was shown is not', async () => {
    const { page, stored } = await startJourney(database)
    const tab = await page.context().newPage()
    await keepHidden(tab)
    await tab.goto(article, { waitUntil: 'networkidle' })
    await tab.close()
    expect(await stored(0)).toEqual([])
  })

  test.each([{ 'sec-purpose': 'prefetch' }, { 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }])(
    'what a browser asks in advance, %o, is answered and dropped',
    async (headers) => {
      const { page, stored } = await startJourney(database, { headers })
      const drops = async () =>
        (await database.db.execute<{ sum: number }>(`SELECT coalesce(sum(count), 0)::int AS sum FROM hit_drops WHERE cause = 'prefetch'`))
          .rows[0]?.sum
      const before = await drops()
      await page.goto(article)
      expect(await stored(1)).toEqual([])
      expect(await drops()).toBe(Number(before) + 1)
    },
  )

  test('a page behind a link with a secret is not', async () => {
    const editor = await signInAs('editor')
    const draft = await editor.draft(editor.unitId ? { unitId: editor.unitId } : {})
    const { token } = await editor.call<CreatedPreview>('POST', draft, '/previews', { expiresInHours: 1 })
    const { page, stored } = await startJourney(database)
    await page.goto(`/xem-truoc/${token}`, { waitUntil: 'networkidle' })
    await follow(page, `/en/xem-truoc/${token}`)
    await page.getByRole('complementary', { name: 'Preview · not published' }).waitFor()
    expect(await stored(0)).toEqual([])
  })
})

test.each([{ dnt: '1' }, { 'sec-gpc': '1' }])('whoever asks not to be tracked, %o, is a visit and a view of nobody', async (headers) => {
  const { page, stored } = await startJourney(database, { headers })
  await page.goto(home)
  await stored(1)
  await follow(page, units)
  expect(await stored(2)).toEqual(['visit / of nobody', 'view /don-vi of nobody'])
})

test('two tabs from outside are two visits; a tab that a link of ours opens is a view', async () => {
  const { page, stored } = await startJourney(database)
  await page.goto(home)
  await stored(1)
  const other = await page.context().newPage()
  await other.goto(article)
  await stored(2)
  // As a link does for who holds a key down, of whose clicks the browser without a window now and then makes nothing.
  const openTab = page.evaluate((address) => void window.open(address), units)
  const [opened] = await Promise.all([page.context().waitForEvent('page'), openTab])
  await opened.waitForLoadState()
  expect(await stored(3)).toEqual(['visit /', `visit ${article}`, 'view /don-vi'])
})

test('a view that was not taken, or whose answer was lost, is sent once more under the same id and counts once', async () => {
  const offline = await startJourney(database, { expected: ['ERR_INTERNET_DISCONNECTED'] })
  const { show } = await keepHidden(offline.page)
  await offline.page.goto(article, { waitUntil: 'networkidle' })
  await offline.page.context().setOffline(true)
  await show()
  await expect.poll(() => offline.sent.length).toBe(1)

  const lost = await startJourney(database, { expected: ['ERR_CONNECTION_RESET'] })
  let answers = 0
  await lost.page.route('**/api/v1/analytics/hits', async (route) => {
    const answer = await route.fetch()
    answers += 1
    await (answers === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer }))
  })
  await lost.page.goto(article)

  await offline.page.context().setOffline(false)
  await expect.poll(() => answers).toBe(2)
  expect(await lost.stored(1)).toEqual([`visit ${article}`])
  await expect.poll(() => offline.stored(1)).toEqual([`visit ${article}`])
})
