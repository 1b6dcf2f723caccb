import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../src/db/client.ts'
import { authors } from '../../src/db/schema/authors.ts'
import { categories } from '../../src/db/schema/categories.ts'
import { sites } from '../../src/db/schema/sites.ts'
import { operator } from '../../src/lib/acting-person.ts'
import { addArticle } from '../../src/publication/add-article.ts'
import { lockArticles } from '../../src/publication/article.ts'
import { appendChanges } from '../../src/publication/changes.ts'
import { contentOf } from '../../src/publication/revisions.ts'
import { transition } from '../../src/publication/transition.ts'
import { addUnit } from '../add-unit.ts'
import type { Filing } from './recount.ts'

/** A site that is read, and what a recount has to know of it. */
export interface ReadSite {
  id: string
  timeZone: string
  /** Under what each article stands now; what is held keeps it. */
  filings: Map<string, Filing>
  held: Set<string>
}

type Random = () => number

/** A site with three units, three authors, two categories and so many articles, each filed by chance, some without author or category. */
export async function addReadSite(db: Db, { timeZone, articles, random }: { timeZone: string; articles: number; random: Random }) {
  const [rootUnitId, ...others] = await Promise.all(
    ['co-quan', 'so-mot', 'so-hai'].map((slug) => addUnit(db, { slug: `${slug}-${uuidv7()}`, name: slug })),
  )
  const id = uuidv7()
  await db.insert(sites).values({ id, host: `${id}.example.test`, name: 'Cổng', rootUnitId, timeZone, locales: ['vi'] })
  const [authorIds, categoryIds] = [
    [uuidv7(), uuidv7(), uuidv7()],
    [uuidv7(), uuidv7()],
  ]
  await db.insert(authors).values(authorIds.map((author) => ({ id: author, slug: author, displayName: 'Mai An', kind: 'person' as const })))
  await db.insert(categories).values(categoryIds.map((category) => ({ id: category, siteId: id, slug: category, name: 'Tin' })))
  const site: ReadSite = { id, timeZone, filings: new Map(), held: new Set() }
  const owner = rootUnitId as string
  const draw = () => {
    const lead = pick([null, owner, ...others], random)
    const [author, other] = [pick([null, ...authorIds], random), pick(authorIds, random)]
    const category = pick([null, ...categoryIds], random)
    const fields = {
      units: lead ? [{ unitId: lead, role: 'lead' as const }] : [],
      bylines: author ? [...new Set([author, other])].map((authorId) => ({ authorId, role: 'text' as const })) : [],
      categoryIds: category ? [category, ...categoryIds.filter((one) => one !== category)] : [],
    }
    return { fields, filing: { unit: lead ?? owner, author, category } }
  }
  for (let n = 0; n < articles; n += 1) {
    const { fields, filing } = draw()
    const content = contentOf({ title: `Bài ${n} ${id}`, body: bodyFromText('Một đoạn văn.'), ...fields })
    const article = uuidv7()
    await db.transaction(async (tx) => {
      const draft = await addArticle(tx, { id: article, siteId: id, unitId: owner, format: 'news', content, actor: operator })
      await appendChanges(tx, (await transition(tx, draft, 'publish', operator, {})).entries)
    })
    site.filings.set(article, filing)
  }
  return { site, refile: (article: string) => refile(db, site, article, draw()) }
}

/** Takes the article away, or puts back what was taken away. */
export async function holdOrPutBack(db: Db, { held }: ReadSite, article: string): Promise<void> {
  const isHeld = held.has(article)
  await db.transaction(async (tx) => {
    const [row] = await lockArticles(tx, [article])
    if (row) await appendChanges(tx, (await transition(tx, row, isHeld ? 'putBack' : 'hold', operator, {})).entries)
  })
  if (isHeld) held.delete(article)
  else held.add(article)
}

/** Publishes a next edition that stands elsewhere. */
async function refile(db: Db, site: ReadSite, article: string, { fields, filing }: { fields: object; filing: Filing }): Promise<void> {
  if (site.held.has(article)) return
  await db.transaction(async (tx) => {
    const [row] = await lockArticles(tx, [article])
    if (!row) return
    const { article: edited } = await transition(tx, row, 'edit', operator, fields)
    await appendChanges(tx, (await transition(tx, edited, 'publish', operator, { kind: 'minor' })).entries)
  })
  site.filings.set(article, filing)
}

export function pick<T>(list: T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}
