import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { addJobLater, type Jobs } from '../db/jobs.ts'
import { newestLists } from '../lib/purged-addresses.ts'
import { type Caches, secondsUntilAgain, tellCaches } from './tell-caches.ts'

type Shown = Pick<Jobs['purgeShown'], 'entity' | 'id'>

/** How long caches keep at the most what they are told of, in milliseconds: what is older has ended in them by itself. */
const longest = 300_000

/** So many articles at a time. */
const atATime = 500

/**
 * Tells caches in front of the site of all that shows a thing which has another name now, or a file of which something else is said: the
 * lists, and every article that names it, the newest first. Of the site's own name these are all. Throws what the cache answered; tried
 * again, it begins anew.
 */
export async function purgeShown(db: Db, caches: Caches, { told, ...shown }: Jobs['purgeShown'], signal: AbortSignal): Promise<void> {
  const began = performance.now()
  await tellCaches(caches, newestLists)
  let before: string | undefined
  do {
    signal.throwIfAborted()
    const some = await articlesThatShow(db, shown, before)
    await tellCaches(
      caches,
      some.flatMap(({ id, slug }) => [`/api/v1/articles/${id}`, `/api/v1/articles/${slug}`]),
    )
    before = some.length < atATime ? undefined : some.at(-1)?.id
  } while (before !== undefined && performance.now() - began < longest)
  const seconds = secondsUntilAgain(told)
  if (seconds !== undefined) await addJobLater(db, 'purgeShown', { ...shown, told: told + 1 }, seconds)
}

async function articlesThatShow(db: Db, { entity, id }: Shown, before: string | undefined): Promise<{ id: string; slug: string }[]> {
  const behind = before === undefined ? sql`true` : sql`a.id < ${before}`
  const { rows } = await db.execute<{ id: string; slug: string }>(
    sql`SELECT a.id, a.slug FROM published.articles a WHERE ${behind} AND ${shows[entity](id)} ORDER BY a.id DESC LIMIT ${atATime}`,
  )
  return rows
}

const linkedTo = (table: string, column: string) => (id: string) =>
  sql`EXISTS (SELECT FROM ${sql.raw(`published.${table} l WHERE l.article_id = a.id AND l.${column}`)} = ${id})`

/** Whether its text names somebody by such an appointment `p` to such a post `o`: the answer says what unit and post are called. */
const names = (such: SQL) => sql`EXISTS (SELECT FROM published.article_appointments l JOIN appointments p ON p.id = l.appointment_id
  JOIN posts o ON o.id = p.post_id WHERE l.article_id = a.id AND ${such})`

const tells = linkedTo('article_media', 'media_id')

/** Whether `a` has it in what it answers: by its own, or in the stub of an article beside it, which has a lead picture. */
const shows: Record<Shown['entity'], (id: string) => SQL> = {
  site: () => sql`true`,
  unit: (id) => sql`(a.unit_id = ${id} OR ${linkedTo('article_units', 'unit_id')(id)} OR ${names(sql`o.unit_id = ${id}`)})`,
  person: (id) => names(sql`p.person_id = ${id}`),
  author: linkedTo('article_authors', 'author_id'),
  category: linkedTo('article_categories', 'category_id'),
  tag: linkedTo('article_tags', 'tag_id'),
  media: (id) => sql`(${tells(id)} OR EXISTS (
    SELECT FROM published.article_related l JOIN published.articles r ON r.id = l.related_id
    WHERE l.article_id = a.id AND r.hero_media_id = ${id}))`,
}
