import type { Db } from '../../apps/api/src/db/client.ts'
import { operator } from '../../apps/api/src/lib/acting-person.ts'
import { type ArrivingArticle, importAll, importedAtOnce } from '../../apps/api/src/publication/import-articles.ts'
import { contentOf } from '../../apps/api/src/publication/revisions.ts'
import { generatedArticle } from './generated-articles.ts'
import type { Organization } from './organization.ts'

/** Before this moment all of them came out. */
const newest = Date.now() - 60_000

/**
 * Publishes the generated articles of the numbers from `first` up to and without `end`, by the way that every import takes; answers how
 * many a second were taken in.
 */
export async function importGenerated(db: Db, organization: Organization, { first, end }: { first: number; end: number }): Promise<number> {
  const begun = performance.now()
  await importAll(db, batchesOf(organization, { first, end }), operator)
  return ((end - first) * 1000) / (performance.now() - begun)
}

function* batchesOf(organization: Organization, { first, end }: { first: number; end: number }) {
  for (let next = first; next < end; next += importedAtOnce) {
    const numbers = Array.from({ length: Math.min(importedAtOnce, end - next) }, (_, index) => next + index)
    yield numbers.map((number) => arrivingArticle(number, organization))
  }
}

/** The generated article of that number, with what it names, as an import has it. */
export function arrivingArticle(number: number, { siteId, units, authors, categories, tags, pictures }: Organization): ArrivingArticle {
  const { title, sapo, body, minutesAgo, picks } = generatedArticle(number)
  const unitId = pickFrom(units, picks.unit)
  const content = contentOf({
    title,
    sapo,
    body,
    heroMediaId: pickFrom(pictures, picks.picture),
    bylines: [{ authorId: pickFrom(authors, picks.author), role: 'text' }],
    units: [{ unitId, role: 'lead' }],
    categoryIds: [pickFrom(categories, picks.category)],
    tagIds: [...new Set(picks.tags.map((part) => pickFrom(tags, part)))],
  })
  return { siteId, unitId, format: 'news', content, publish: { at: new Date(newest - minutesAgo * 60_000), backfill: true } }
}

function pickFrom(ids: string[], part: number): string {
  return ids[Math.floor(part * ids.length)] as string
}
