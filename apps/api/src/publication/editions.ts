import { createHash } from 'node:crypto'
import type { PublishInput } from '@bantin/shared/article-verbs'
import canonicalize from 'canonicalize'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { editions } from '../db/schema/editions.ts'
import { insertRows, rowsOf } from '../db/write-rows.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import type { ArticleRow, RevisionRow } from './article.ts'
import type { MediaFacts } from './read-media.ts'
import type { RevisionContent } from './revisions.ts'
import { shownMedia } from './shown-media.ts'

export type EditionRow = typeof editions.$inferSelect

interface NewEdition {
  article: ArticleRow
  revision: RevisionRow
  /** What is known of the files that it names. */
  files: Map<string, MediaFacts>
  kind: EditionRow['kind']
  input: PublishInput
  at: Date
  actor: ActingPerson
}

/** Gives the revision the article's next edition number and stores its canonical document with the hash. */
export async function addEdition(tx: Db, parts: NewEdition): Promise<EditionRow> {
  const { article, revision, kind, input, at, actor } = parts
  const edition = (article.edition ?? 0) + 1
  const correction = input.correction ? { ...input.correction, at: at.toISOString() } : null
  const document = canonicalDocument(parts, edition, correction)
  const row = {
    articleId: article.id,
    edition,
    revisionId: revision.id,
    kind,
    note: input.note ?? null,
    correction,
    publishedAt: at,
    publishedBy: actor.userId,
    document,
    hash: createHash('sha256').update(document).digest('hex'),
    redactedAt: null,
    redactionReason: null,
  }
  await insertRows(tx, [rowsOf(editions, row)])
  return row
}

/** The stored document of an edition. */
export async function readEdition(db: Db, articleId: string, edition: number): Promise<EditionRow | undefined> {
  const [row] = await db
    .select()
    .from(editions)
    .where(and(eq(editions.articleId, articleId), eq(editions.edition, edition)))
  return row
}

/** What a document says of the files that the article shows, in their order. */
function describeMedia(files: NewEdition['files'], ids: string[]): object[] {
  return ids.flatMap((id) => {
    const file = files.get(id)
    return file ? [{ id, sha256: file.sha256, alt: file.alt, caption: file.caption, credit: file.credit }] : []
  })
}

function canonicalDocument(
  { article, revision, files, kind, input, at }: NewEdition,
  edition: number,
  correction: EditionRow['correction'],
): string {
  const row = { edition, kind, note: input.note ?? null, correction, publishedAt: at }
  return canonicalize(documentOf(article, revision, row, describeMedia(files, shownMedia(revision)))) as string
}

/** What the document of an edition says. Stored by RFC 8785, so that anyone who has it can recompute its hash byte for byte. */
export function documentOf(
  article: Pick<ArticleRow, 'id' | 'siteId' | 'locale'>,
  revision: RevisionContent,
  { edition, kind, note, correction, publishedAt }: Pick<EditionRow, 'edition' | 'kind' | 'note' | 'correction' | 'publishedAt'>,
  files: object[],
) {
  return {
    v: 1,
    site: article.siteId,
    article: article.id,
    edition,
    kind,
    note,
    correction,
    publishedAt: publishedAt.toISOString(),
    locale: article.locale,
    title: revision.title,
    sapo: revision.sapo,
    kicker: revision.kicker,
    body: revision.body,
    bylines: revision.bylines,
    units: revision.units,
    event: revision.event,
    source: revision.source,
    media: files,
  }
}
