import { slugOf } from '@bantin/shared/slug'
import { describe, expect, test } from 'vitest'
import { demoArticles } from './articles.ts'
import { demoAuthors } from './authors.ts'
import { demoCategories } from './categories.ts'
import { demoUnits } from './units.ts'

const unitKeys = new Set(demoUnits.map((unit) => unit.key))
const authorKeys = new Set(demoAuthors.map((author) => author.key))
const categoryKeys = new Set(demoCategories.map((category) => category.key))

function repeated(values: unknown[]): unknown[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** Every string inside a value, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

const texts = strings([demoUnits, demoAuthors, demoCategories, demoArticles])

describe('keys and references', () => {
  test('keys, codes, names and slugs are unique', () => {
    expect(repeated(demoUnits.map((unit) => unit.key))).toEqual([])
    expect(repeated(demoUnits.map((unit) => unit.code))).toEqual([])
    expect(repeated(demoUnits.map((unit) => unit.name))).toEqual([])
    expect(repeated(demoAuthors.map((author) => author.key))).toEqual([])
    expect(repeated(demoCategories.map((category) => category.key))).toEqual([])
    for (const list of [demoUnits, demoAuthors, demoCategories, demoArticles]) expect(repeated(list.map((item) => item.slug))).toEqual([])
  })

  test('there are four authors, one of them collective, and six categories', () => {
    expect(demoAuthors.map((author) => author.kind).sort()).toEqual(['collective', 'person', 'person', 'person'])
    expect(demoCategories).toHaveLength(6)
  })

  test('every unit, author and category that is named exists', () => {
    for (const author of demoAuthors) expect(unitKeys).toContain(author.unit)
    for (const article of demoArticles) {
      for (const key of [article.unit, ...(article.supportingUnits ?? [])]) expect(unitKeys).toContain(key)
      for (const key of article.authors) expect(authorKeys).toContain(key)
      expect(repeated([article.unit, ...(article.supportingUnits ?? [])])).toEqual([])
      expect(categoryKeys).toContain(article.category)
    }
  })

  test('every author and every category has articles', () => {
    expect(new Set(demoArticles.flatMap((article) => article.authors))).toEqual(authorKeys)
    expect(new Set(demoArticles.map((article) => article.category))).toEqual(categoryKeys)
  })
})

describe('texts', () => {
  test('are in NFC, without control or invisible characters and without stray spaces', () => {
    for (const text of texts) {
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\u00a0Ðð]|^\s|\s$| {2}/u)
    }
  })

  test('place the tone mark of oa, oe and uy in one way', () => {
    for (const text of texts) expect(text).not.toMatch(/[òóỏõọ][ae](?!\p{L})|(?<!q)[ùúủũụ]y(?!\p{L})/iu)
  })

  test('use typographic quotation marks in pairs', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/["']/)
      expect(text.split('“').length).toBe(text.split('”').length)
    }
  })
})

describe('articles', () => {
  test('are twenty-four, each published at a time of its own within the last forty days', () => {
    expect(demoArticles).toHaveLength(24)
    expect(repeated(demoArticles.map((article) => article.daysAgo * 24 - article.hour))).toEqual([])
    for (const { daysAgo, hour } of demoArticles) {
      expect(Number.isInteger(daysAgo) && daysAgo >= 0 && daysAgo <= 40).toBe(true)
      expect(Number.isInteger(hour) && hour >= 6 && hour <= 21).toBe(true)
    }
    expect(demoArticles.filter((article) => article.daysAgo <= 1).length).toBeGreaterThanOrEqual(4)
  })

  test('have the slug that their title folds to', () => {
    for (const { slug, title } of demoArticles) expect(slug).toBe(slugOf(title))
  })

  test('have titles of 40–110, sapos of 120–260 characters and 4–12 blocks', () => {
    for (const { title, sapo, body } of demoArticles) {
      expect(title.length).toBeGreaterThanOrEqual(40)
      expect(title.length).toBeLessThanOrEqual(110)
      expect(sapo.length).toBeGreaterThanOrEqual(120)
      expect(sapo.length).toBeLessThanOrEqual(260)
      expect(body.length).toBeGreaterThanOrEqual(4)
      expect(body.length).toBeLessThanOrEqual(12)
    }
  })

  test('repeat no block, begin with a paragraph and close no text with a heading', () => {
    expect(repeated(demoArticles.flatMap((article) => article.body))).toEqual([])
    for (const { body } of demoArticles) {
      expect(body[0]).toMatch(/^[^#>]/)
      expect(body.at(-1)).toMatch(/^[^#]/)
    }
  })

  test('at least ten have a heading and eight a quotation', () => {
    const withBlock = (mark: string) =>
      demoArticles.filter((article) => article.body.some((block) => typeof block === 'string' && block.startsWith(mark))).length
    expect(withBlock('## ')).toBeGreaterThanOrEqual(10)
    expect(withBlock('> ')).toBeGreaterThanOrEqual(8)
  })

  test('at least three have a list, a table or pictures between their paragraphs; one has a gallery, one a document', () => {
    const rich = demoArticles.map(({ body }) => body.filter((block) => typeof block !== 'string'))
    expect(rich.filter((blocks) => blocks.length > 0).length).toBeGreaterThanOrEqual(3)
    for (const kind of ['list', 'table', 'picture', 'gallery', 'document']) expect(rich.flat().some((block) => kind in block)).toBe(true)
  })

  test('link to pages that the demo has', () => {
    const pages = [...demoArticles.map(({ slug }) => `/bai-viet/${slug}`), ...demoUnits.map(({ slug }) => `/don-vi/${slug}`)]
    const links = strings(demoArticles.map(({ body }) => body)).flatMap((text) =>
      [...text.matchAll(/\]\((.+?)\)/g)].map(([, href]) => href),
    )
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(pages).toContain(link)
  })

  test('name real days for their events, the last not before the first', () => {
    const events = demoArticles.flatMap((article) => article.event ?? [])
    expect(events.length).toBeGreaterThan(0)
    for (const { startsOn, endsOn } of events) {
      for (const day of [startsOn, endsOn ?? startsOn]) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
      expect((endsOn ?? startsOn) >= startsOn).toBe(true)
    }
  })

  test('have a picture of their own, described and credited', () => {
    const inBodies = demoArticles.flatMap(({ body }) => body).filter((block) => typeof block !== 'string')
    const pictures = [
      ...demoArticles.map(({ picture }) => picture),
      ...inBodies.flatMap((block) => ('picture' in block ? [block.picture] : 'gallery' in block ? block.gallery : [])),
    ]
    expect(repeated(pictures.map(({ scene }) => scene))).toEqual([])
    for (const picture of pictures) {
      expect(picture.alt).toMatch(/^Minh hoạ: /)
      expect(picture.caption).toMatch(/^Minh hoạ: /)
      expect(picture.credit).toMatch(/^Tranh minh hoạ: /)
    }
  })
})
