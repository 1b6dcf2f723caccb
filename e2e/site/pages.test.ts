import type { Page, Response } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings, overflow, smallTargets } from '../support/check-page.ts'
import { demoPaths, notFoundLine } from '../support/demo.ts'
import { keepHidden } from '../support/journey.ts'
import { openPage } from '../support/open-page.ts'

const vietnamese = Object.values(demoPaths)
const english = vietnamese.map((path) => (path === '/' ? '/en' : `/en${path}`))
const expected = [notFoundLine]

const inOrder = 'is taken over without a word, clean for axe in light and dark, fits 320 pixels with targets of 24'

async function isInOrder(page: Page, lang: 'vi' | 'en'): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(lang)
  expect(await axeFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await overflow(page)).toBe(0)
  expect(await smallTargets(page)).toEqual([])
}

describe.each(english)('the page %s', (path) => {
  test(inOrder, async () => {
    const page = await openPage({ expected })
    await page.goto(path, { waitUntil: 'networkidle' })
    await isInOrder(page, 'en')
  })
})

describe.each(vietnamese)('the page %s', (path) => {
  test(`${inOrder}, and says the same without JavaScript`, async () => {
    const page = await openPage({ expected })
    // A page in the background is not counted, and does not ask for newer counters.
    const { show } = await keepHidden(page)
    const sent = await page.goto(path, { waitUntil: 'networkidle' })
    await saysTheSame(page, sent, path)
    await show()
    await isInOrder(page, 'vi')
  })
})

/** As the page that the very same answer makes without JavaScript: in another one there may be what another test has published. */
async function saysTheSame(page: Page, sent: Response | null, path: string): Promise<void> {
  const html = await sent?.text()
  const without = await openPage({ javaScript: false, expected })
  await without.route(`**${path}`, (route) => route.fulfill({ body: html ?? '', headers: sent?.headers() ?? {} }))
  await without.goto(path)
  const words = await without.locator('main').textContent()
  expect(words?.length).toBeGreaterThan(50)
  expect(words).toBe(await page.locator('main').textContent())
  expect(await without.title()).toBe(await page.title())
}

test('every unit of the tree looks like the link it is, with others below it or without', async () => {
  const page = await openPage()
  await page.goto(demoPaths.units)
  const links = page.locator('main section li > a')
  const colours = await links.evaluateAll((all) => all.map((link) => getComputedStyle(link).color))
  const ink = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color)
  expect(colours.length).toBeGreaterThan(10)
  expect(new Set(colours).size).toBe(1)
  expect(colours[0]).not.toBe(ink)
})
