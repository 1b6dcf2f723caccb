import { randomBytes } from 'node:crypto'
import { bodyText } from '@bantin/shared/body/body-text'
import { tidyBody } from '@bantin/shared/body/tidy-body'
import type { NewArticle } from '@bantin/shared/editorial-articles'
import { and, eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { articleRevisions } from '../db/schema/revisions.ts'
import { together } from '../db/together.ts'
import { insertRows, rowsOf } from '../db/write-rows.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import type { ArticleRow, RevisionRow } from './article.ts'

const emptyContent = {
  title: '',
  kicker: null,
  sapo: null,
  body: { type: 'doc', content: [] },
  heroMediaId: null,
  bylines: [],
  units: [],
  categoryIds: [],
  tagIds: [],
  event: null,
  source: null,
  genre: null,
  relatedIds: [],
} satisfies Partial<RevisionRow>

/** What an editor writes; the fields of an article that revisions keep. */
export type RevisionContent = Pick<RevisionRow, keyof typeof emptyContent>

/** Their names, in the order in which they are read. */
export const contentFields = Object.keys(emptyContent) as (keyof RevisionContent)[]

/** What was sent, as content: absent and null fields have the value that means "none". */
export function contentOf(input: NewArticle): RevisionContent {
  return { ...emptyContent, ...patchOf(input) }
}

/** What a merge patch changes: null clears, absent stays (RFC 7396). What is not content is left out. */
export function patchOf(patch: Partial<NewArticle>): Partial<RevisionContent> {
  const named = contentFields.filter((name) => patch[name] !== undefined)
  return Object.fromEntries(named.map((name) => [name, patch[name] ?? emptyContent[name]]))
}

/** The article's first revision. Its id is the caller's, because article and revision point at each other. */
export function firstRevisionRows(articleId: string, id: string, content: RevisionContent, actor: ActingPerson) {
  return rowsOf(articleRevisions, { id, articleId, number: 1, ...stored(content), savedBy: actor.userId })
}

/**
 * Saves the content over the head when it is unsealed, the actor's own and begun less than ten minutes ago; else makes the next
 * revision. Another person's head is sealed before, so that an acknowledged text is replaced only by its own author; the actor's own
 * older one stays behind as a checkpoint, so that no paragraph is lost by writing over it for hours. Returns the id of the head after it.
 */
export async function saveContent(
  tx: Db,
  article: ArticleRow,
  head: RevisionRow,
  content: RevisionContent,
  actor: ActingPerson,
): Promise<string> {
  const isOwn = actor.userId !== null && head.savedBy === actor.userId
  if (isOwn && (await saveOver(tx, head, content))) return head.id
  if (!isOwn) await sealRevision(tx, head)
  return await addRevision(tx, article, head, content, actor)
}

async function saveOver(tx: Db, head: RevisionRow, content: RevisionContent): Promise<boolean> {
  const isGoingOn = sql`NOT ${articleRevisions.sealed} AND ${articleRevisions.begunAt} > now() - interval '10 minutes'`
  const saved = await tx
    .update(articleRevisions)
    .set({ ...stored(content), savedAt: sql`now()` })
    .where(and(eq(articleRevisions.id, head.id), isGoingOn))
    .returning({ id: articleRevisions.id })
  return saved.length > 0
}

/** Makes the next revision after the head, which stays as it is, and returns its id. */
export async function addRevision(
  tx: Db,
  article: ArticleRow,
  head: RevisionRow,
  content: RevisionContent,
  actor: ActingPerson,
): Promise<string> {
  const id = uuidv7()
  const row = { id, articleId: article.id, number: head.number + 1, ...stored(content), savedBy: actor.userId }
  await insertRows(tx, [rowsOf(articleRevisions, row)])
  return id
}

/** From now on the revision never changes. A label says why somebody kept it. */
export async function sealRevision(tx: Db, revision: RevisionRow, label: string | null = null): Promise<void> {
  if (!revision.sealed) await seal(tx, { id: revision.id, label })
}

const seal = together(async (tx, sealed: { id: string; label: string | null }[]): Promise<undefined[]> => {
  const [ids, labels] = [sealed.map(({ id }) => id), sealed.map(({ label }) => label)]
  await tx.execute(sql`
    UPDATE article_revisions r SET sealed = true, label = s.label
    FROM unnest(${sql.param(ids)}::uuid[], ${sql.param(labels)}::text[]) AS s (id, label) WHERE r.id = s.id`)
  return []
})

/** A revision of the article by its number, or undefined. */
export async function findRevision(db: Db, articleId: string, number: number): Promise<RevisionRow | undefined> {
  const [revision] = await db
    .select()
    .from(articleRevisions)
    .where(and(eq(articleRevisions.articleId, articleId), eq(articleRevisions.number, number)))
  return revision
}

/** The content fields of a revision, without what the database keeps about it. */
export function pickContent(revision: RevisionContent): RevisionContent {
  return Object.fromEntries(contentFields.map((name) => [name, revision[name]])) as RevisionContent
}

/** The content as it is stored: every block of the body has an id of its own. */
export function withIds(content: RevisionContent): RevisionContent {
  return { ...content, body: tidyBody(content.body, () => randomBytes(6).toString('base64url')) }
}

function stored(content: RevisionContent): RevisionContent & { bodyText: string } {
  return { ...content, bodyText: bodyText(content.body) }
}
