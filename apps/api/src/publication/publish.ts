import type { PublishInput } from '@bantin/shared/editorial-articles'
import { slugCandidate } from '@bantin/shared/slug'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { articleSlugs } from '../db/schema/articles.ts'
import { fieldProblem } from '../errors.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { type ArticleRow, type RevisionRow, readRevision } from './article.ts'
import { addEdition } from './editions.ts'
import { requireReferences } from './references.ts'
import { pickContent, sealRevision } from './revisions.ts'
import type { Effect, VerbInput } from './verbs.ts'

/** Publishes the newest revision as the next edition. A major one moves to the top; a minor one and a correction keep their place. */
export async function publish(tx: Db, article: ArticleRow, actor: ActingPerson, input: VerbInput['publish']): Promise<Effect> {
  const head = await readRevision(tx, article.headRevisionId)
  const kind = kindOf(article, input)
  requireReadable(head)
  await requireReferences(tx, pickContent(head))

  const at = input.at ?? (await now(tx))
  const slug = article.slug ?? (await giveSlug(tx, article, head.title))
  await sealRevision(tx, head)
  const edition = await addEdition(tx, { article, revision: head, kind, input, at, actor })
  const first = article.firstPublishedAt === null
  return {
    set: {
      slug,
      publishedRevisionId: head.id,
      edition: edition.edition,
      firstPublishedAt: article.firstPublishedAt ?? at,
      publishedAt: kind === 'major' ? at : article.publishedAt,
      ...cleared,
    },
    fields: ['publicState', 'workState', 'edition'],
    hashes: { after: edition.hash },
    detail: { kind, edition: edition.edition, note: input.note ?? null },
    change: {
      action: 'put',
      reason: first ? 'published' : kind === 'major' ? 'updated' : kind,
      edition: edition.edition,
      hash: edition.hash,
      backfill: input.backfill ?? false,
    },
  }
}

/** A published article is neither held nor withdrawn. */
export const cleared = { holdReason: null, heldAt: null, withdrawalReason: null, withdrawnAt: null }

function kindOf(article: ArticleRow, { kind, correction }: PublishInput): NonNullable<PublishInput['kind']> {
  const first = article.edition === null
  const wrong = (pointer: string, message: string) => fieldProblem('not_publishable', { in: 'body', pointer, code: 'missing', message })
  if (first && kind !== undefined && kind !== 'major') throw wrong('/kind', 'The first edition is major.')
  if (!first && kind === undefined) throw wrong('/kind', 'Say whether this is major, minor or a correction.')
  if (kind === 'correction' && !correction) throw wrong('/correction', 'Say what was wrong and what is right.')
  if (kind !== 'correction' && correction) throw wrong('/correction', 'Only an edition of kind correction carries one.')
  return kind ?? 'major'
}

function requireReadable(head: RevisionRow): void {
  if (head.bodyText.trim() !== '' || (head.sapo ?? '').trim() !== '') return
  throw fieldProblem('not_publishable', { in: 'body', pointer: '/body', code: 'missing', message: 'There is no text to read.' })
}

/** The database's clock decides; milliseconds, as everywhere. */
async function now(tx: Db): Promise<Date> {
  const { rows } = await tx.execute<{ now: string }>(sql`SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`)
  return new Date(rows[0]?.now ?? Number.NaN)
}

/** Different titles can fold to the same slug; the later one gets a number. Two at once: the primary key makes one wait and try the next. */
async function giveSlug(tx: Db, article: ArticleRow, title: string): Promise<string> {
  const slug = slugCandidate(title, 1)
  if (await takeSlug(tx, article, slug)) return slug
  const used = await slugsLike(tx, article, slug)
  for (let n = 2; ; n++) {
    const numbered = slugCandidate(title, n)
    if (!used.has(numbered) && (await takeSlug(tx, article, numbered))) return numbered
  }
}

async function takeSlug(tx: Db, { id, siteId }: ArticleRow, slug: string): Promise<boolean> {
  const given = await tx.insert(articleSlugs).values({ siteId, slug, articleId: id, current: true }).onConflictDoNothing().returning()
  return given.length > 0
}

/** Only asked when the plain slug is taken: no index helps it. */
async function slugsLike(tx: Db, { siteId }: ArticleRow, slug: string): Promise<Set<string>> {
  const rows = await tx
    .select({ slug: articleSlugs.slug })
    .from(articleSlugs)
    .where(and(eq(articleSlugs.siteId, siteId), sql`${articleSlugs.slug} ~ ${`^${slug}-[0-9]+$`}`))
  return new Set(rows.map((row) => row.slug))
}
