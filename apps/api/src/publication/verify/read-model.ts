import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../../db/client.ts'
import { linksOf, toPublished } from '../read-model.ts'
import { attempt } from './attempt.ts'
import type { Fault } from './fault.ts'
import { inPages } from './pages.ts'
import { type Links, readLinks, readShown, type ShownArticle } from './read-model.repository.ts'

/** Makes again what readers are given of every public article, and compares. */
export async function* checkReadModel(tx: Db): AsyncGenerator<Fault> {
  for await (const page of inPages((last: ShownArticle | undefined) => readShown(tx, last?.article.id))) {
    const links = await readLinks(
      tx,
      page.map(({ article }) => article.id),
    )
    for (const one of page) yield* faultsOf(one, links)
  }
}

function* faultsOf({ article, revision, edition, shown }: ShownArticle, links: Links): Generator<Fault> {
  // An article without them is a fault of its own, and found as such.
  if (!revision || !edition) return
  const fault = (expected: string, found: string): Fault => ({ kind: 'read_model', article: article.id, expected, found })
  if (!shown) {
    yield fault('a row', 'none')
    return
  }
  const made = attempt(() => {
    const row = toPublished(article, revision, edition)
    return { row: Object.entries(row), links: linksOf(row, revision) }
  })
  if (!made) {
    yield fault('a revision that a row can be made of', 'another')
    return
  }
  const is: Record<string, unknown> = shown
  const fields = made.row.filter(([name, value]) => !isDeepStrictEqual(is[name], value))
  if (fields.length > 0) yield fault(`${fields.map(([name]) => name).join(', ')} of edition ${edition.edition}`, 'others')

  for (const name of Object.keys(links) as (keyof Links)[]) {
    const own = links[name].filter(({ articleId }) => articleId === article.id)
    if (!isDeepStrictEqual(own, made.links[name])) yield fault(`the ${name} of edition ${edition.edition}`, 'others')
  }
}
