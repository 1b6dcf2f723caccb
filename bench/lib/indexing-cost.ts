import { sql } from 'drizzle-orm'
import { termsOf } from '../../apps/api/src/publication/search/article-terms.ts'
import { median } from './compare.ts'
import type { Filled } from './delivery-ground.ts'
import { generatedArticle } from './generated-articles.ts'
import { importGenerated } from './import-generated.ts'
import { processorTime } from './processor-time.ts'

/** Articles of a round, which are older than all that are there. */
const perRound = 400

/** How many articles a second are published, and how many a second of the processors makes. */
interface Pace {
  rate: number
  ofProcessors: number
}

export interface IndexingCost {
  withIndexing: Pace
  /** Without the rows of terms and what indexes them; making the words is still there. */
  without: Pace
  /** Milliseconds that making an article's words takes. */
  making: number
}

/** How fast articles are published with what search keeps of them, and without. The database is of no use to search afterwards. */
export async function indexingCost({ database: { bulk }, organization, articles }: Filled, postmaster: number): Promise<IndexingCost> {
  let first = articles
  const round = async (): Promise<Pace> => {
    const before = processorTime([process.pid], [postmaster])
    const rate = await importGenerated(bulk, organization, { first, end: first + perRound })
    first += perRound
    return { rate, ofProcessors: (perRound * 1_000_000) / (processorTime([process.pid], [postmaster]) - before) }
  }
  const middle = async (): Promise<Pace> => {
    const paces = [await round(), await round(), await round()]
    return { rate: median(paces.map(({ rate }) => rate)), ofProcessors: median(paces.map(({ ofProcessors }) => ofProcessors)) }
  }
  await round()
  const withIndexing = await middle()
  await bulk.execute(sql`DROP INDEX published.published_article_terms_head, published.published_article_terms_body,
    published.published_article_terms_title, published.published_article_terms_latest, published.published_article_terms_version`)
  await bulk.execute(sql`CREATE FUNCTION public.left_out() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`)
  await bulk.execute(sql`CREATE TRIGGER left_out BEFORE INSERT ON published.article_terms FOR EACH ROW EXECUTE FUNCTION public.left_out()`)
  return { withIndexing, without: await middle(), making: millisecondsForTerms() }
}

function millisecondsForTerms(): number {
  const articles = Array.from({ length: perRound }, (_, number) => generatedArticle(number))
  const begun = performance.now()
  for (const article of articles) termsOf({ ...article, publishedAt: new Date() })
  return (performance.now() - begun) / articles.length
}
