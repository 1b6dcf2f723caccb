import { describe, expect, test } from 'vitest'
import { axeFindings, overflow, smallTargets } from '../support/check-page.ts'
import { demoPaths, notFoundLine } from '../support/demo.ts'
import { keepHidden } from '../support/journey.ts'
import { openPage } from '../support/open-page.ts'

const vietnamese = Object.values(demoPaths)
const english = vietnamese.map((path) => (path === '/' ? '/en' : `/en${path}`))
const expected = [notFoundLine]

describe.each([...vietnamese, ...english])('the page %s', (path) => {
  test('is taken over without a word, clean for axe in light and dark, and fits 320 pixels with targets of 24', async () => {
    const page = await openPage({ expected })
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await page.locator('html').getAttribute('lang')).toBe(path.startsWith('/en') ? 'en' : 'vi')
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBe(0)
    expect(await smallTargets(page)).toEqual([])
  })
})

test.each(vietnamese)('%s says the same without JavaScript', async (path) => {
  const withScript = await openPage({ expected })
  // A page in the background is not counted, and does not ask for newer counters.
  await keepHidden(withScript)
  const sent = await withScript.goto(path, { waitUntil: 'networkidle' })
  const html = await sent?.text()
  const without = await openPage({ javaScript: false, expected })
  // The very same answer: between two of them another test may have published something.
  await without.route(`**${path}`, (route) => route.fulfill({ body: html ?? '', headers: sent?.headers() ?? {} }))
  await without.goto(path)
  const words = await without.locator('main').textContent()
  expect(words?.length).toBeGreaterThan(50)
  expect(words).toBe(await withScript.locator('main').textContent())
  expect(await without.title()).toBe(await withScript.title())
})

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
