import type { Block } from '@bantin/shared/body'
import { slugOf } from '@bantin/shared/slug'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../src/db/client.ts'
import { findSite } from '../../src/db/find-site.ts'
import { authors } from '../../src/db/schema/authors.ts'
import { operator } from '../../src/lib/acting-person.ts'
import { type ArrivingArticle, importArticles, importedAtOnce } from '../../src/publication/import-articles.ts'
import { contentOf } from '../../src/publication/revisions.ts'
import { indexMissing } from '../../src/publication/search/index-missing.ts'
import { addUnit } from '../add-unit.ts'
import { type CorpusArticle, corpus } from './corpus.ts'
import { authorNames, shortNames, unitNames } from './organization.ts'

const day = 86_400_000

interface Ids {
  siteId: string
  units: Map<string, string>
  authors: Map<string, string>
}

/** Publishes the corpus by the way of every import, with its units and authors; answers the key of each article by its id. */
export async function publishCorpus({ bulk }: Pick<Database, 'bulk'>): Promise<Map<string, string>> {
  const ids = await addNames({ bulk })
  const articles = corpus()
  const keys = new Map<string, string>()
  for (let next = 0; next < articles.length; next += importedAtOnce) {
    const some = articles.slice(next, next + importedAtOnce)
    const taken = await bulk.transaction((tx) =>
      importArticles(
        tx,
        some.map((article) => arriving(article, ids)),
        operator,
      ),
    )
    taken.forEach(({ id }, index) => {
      keys.set(id, some[index]?.key ?? '')
    })
  }
  await indexMissing(bulk)
  await bulk.execute(sql`ANALYZE`)
  return keys
}

async function addNames({ bulk }: Pick<Database, 'bulk'>): Promise<Ids> {
  const { id: siteId } = await findSite(bulk)
  const ids = { siteId, units: idsOf(unitNames), authors: idsOf(authorNames) }
  for (const [key, name] of Object.entries(unitNames)) {
    const shortName = shortNames[key as keyof typeof unitNames] ?? null
    await addUnit(bulk, { id: ids.units.get(key) as string, slug: slugOf(name), name, shortName })
  }
  for (const [key, displayName] of Object.entries(authorNames)) {
    await bulk.insert(authors).values({ id: ids.authors.get(key) as string, slug: slugOf(displayName), displayName, kind: 'person' })
  }
  return ids
}

const idsOf = (names: object): Map<string, string> => new Map(Object.keys(names).map((key) => [key, uuidv7()]))

function arriving({ title, sapo, paragraphs, age, unit, author }: CorpusArticle, ids: Ids): ArrivingArticle {
  const unitId = ids.units.get(unit) as string
  const content = paragraphs.map((text): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
  return {
    ...{ siteId: ids.siteId, unitId, format: 'news' },
    content: contentOf({
      ...{ title, sapo, body: { type: 'doc', content } },
      bylines: [{ authorId: ids.authors.get(author) as string, role: 'text' }],
      units: [{ unitId, role: 'lead' }],
    }),
    publish: { at: new Date(Date.now() - age * day), backfill: true },
  }
}
