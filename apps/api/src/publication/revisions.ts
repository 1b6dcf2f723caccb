import { randomBytes } from 'node:crypto'
import { bodyText, withBlockIds } from '@bantin/shared/body'
import type { NewArticle } from '@bantin/shared/editorial-articles'
import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { articleRevisions } from '../db/schema/revisions.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import type { ArticleRow, RevisionRow } from './article.ts'

/** What an editor writes; the fields of an article that revisions keep. */
export type RevisionContent = Pick<
  RevisionRow,
  'title' | 'kicker' | 'sapo' | 'body' | 'heroMediaId' | 'bylines' | 'units' | 'categoryIds' | 'tagIds' | 'event' | 'source'
>

const emptyContent: Omit<RevisionContent, 'title'> = {
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
}

/** What was sent, as content: absent and null fields have the value that means "none". */
export function contentOf(input: NewArticle): RevisionContent {
  return { ...emptyContent, ...withoutAbsent(input), title: input.title }
}

/** What a merge patch changes: null clears, absent stays (RFC 7396). */
export function patchOf(patch: Partial<NewArticle>): Partial<RevisionContent> {
  const cleared = Object.entries(patch)
    .filter(([, value]) => value === null)
    .map(([name]) => [name, emptyContent[name as keyof typeof emptyContent]])
  return { ...withoutAbsent(patch), ...Object.fromEntries(cleared) }
}

/** Writes the article's first revision. Its id is the caller's, because article and revision point at each other. */
export async function addFirstRevision(
  tx: Db,
  articleId: string,
  id: string,
  content: RevisionContent,
  actor: ActingPerson,
): Promise<void> {
  await tx.insert(articleRevisions).values({ id, articleId, number: 1, ...stored(content), savedBy: actor.userId })
}

/**
 * Saves the content over the head when it is unsealed and the actor's own; else seals the head and makes the next revision,
 * so that an acknowledged text is replaced only by its own author. Returns the id of the head after it.
 */
export async function saveContent(
  tx: Db,
  article: ArticleRow,
  head: RevisionRow,
  content: RevisionContent,
  actor: ActingPerson,
): Promise<string> {
  const isOwn = actor.userId !== null && head.savedBy === actor.userId
  if (!head.sealed && isOwn) {
    await tx
      .update(articleRevisions)
      .set({ ...stored(content), savedAt: sql`now()` })
      .where(eq(articleRevisions.id, head.id))
    return head.id
  }
  await sealRevision(tx, head)
  const id = uuidv7()
  await tx
    .insert(articleRevisions)
    .values({ id, articleId: article.id, number: head.number + 1, ...stored(content), savedBy: actor.userId })
  return id
}

/** From now on the revision never changes. */
export async function sealRevision(tx: Db, revision: RevisionRow): Promise<void> {
  if (!revision.sealed) await tx.update(articleRevisions).set({ sealed: true }).where(eq(articleRevisions.id, revision.id))
}

/** The content fields of a revision, without what the database keeps about it. */
export function pickContent(revision: RevisionRow): RevisionContent {
  const {
    id: _id,
    articleId: _article,
    number: _number,
    bodyText: _text,
    savedBy: _by,
    savedAt: _at,
    sealed: _sealed,
    ...content
  } = revision
  return content
}

/** The content as it is stored: every block of the body has an id of its own. */
export function withIds(content: RevisionContent): RevisionContent {
  return { ...content, body: withBlockIds(content.body, () => randomBytes(6).toString('base64url')) }
}

function stored(content: RevisionContent): RevisionContent & { bodyText: string } {
  return { ...content, bodyText: bodyText(content.body) }
}

function withoutAbsent(input: Partial<NewArticle>): Partial<RevisionContent> {
  const { unitId: _unit, format: _format, ...content } = input
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<RevisionContent>
}
