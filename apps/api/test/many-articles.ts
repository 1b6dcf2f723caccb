import { sql } from 'drizzle-orm'
import type { Db } from '../src/db/client.ts'
import type { TestApp } from './test-app.ts'

/** As many more articles as asked, like the one given, each published a minute before the last, straight into the tables. */
export async function addManyLike(it: TestApp, id: string, count: number): Promise<void> {
  const added = await addDraftsLike(it, id, count)
  const { db } = it.database
  await db.execute(sql`
    INSERT INTO published.articles (id, site_id, unit_id, edition, edition_kind, hash, format, genre, locale, translation_group, slug, title, body, body_html,
      first_published_at, published_at, updated_at, listed)
    SELECT a.id, p.site_id, p.unit_id, p.edition, p.edition_kind, p.hash, p.format, p.genre, p.locale, a.id, a.id::text, p.title, p.body, p.body_html,
      a.updated_at, a.updated_at, a.updated_at, true
    FROM articles a, published.articles p WHERE p.id = ${id} AND a.id = ANY (${sql.param(added)}::uuid[])`)
  await planAnew(db, 'published.articles')
  for (const [table, column] of Object.entries(links)) {
    await db.execute(sql`
      INSERT INTO published.${sql.identifier(table)} (article_id, position, ${sql.raw(column)}, site_id, format, listed, published_at, updated_at)
      SELECT a.id, l.position, ${sql.raw(column.replaceAll(/(\w+)/g, 'l.$1'))}, a.site_id, a.format, a.listed, a.published_at, a.updated_at
      FROM published.articles a, published.${sql.identifier(table)} l WHERE l.article_id = ${id} AND a.id = ANY (${sql.param(added)}::uuid[])`)
  }
  await db.execute(sql`ANALYZE`)
}

/** What an article is linked to, by table. */
const links = {
  article_authors: 'author_id, role',
  article_units: 'unit_id, role',
  article_categories: 'category_id',
  article_tags: 'tag_id',
}

/** Likewise, but drafts; answers their ids. */
export async function addDraftsLike({ database: { db } }: TestApp, id: string, count: number): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    INSERT INTO articles (id, site_id, unit_id, head_revision_id, updated_at)
    SELECT gen_random_uuid(), site_id, unit_id, NULL, updated_at - n * interval '1 minute'
    FROM articles, generate_series(1, ${count}::int) AS n WHERE id = ${id} RETURNING id`)
  await planAnew(db, 'articles')
  await db.execute(sql`
    INSERT INTO article_revisions (id, article_id, number, title, body, body_text)
    SELECT a.id, a.id, 1, r.title, r.body, r.body_text
    FROM articles a, article_revisions r WHERE a.head_revision_id IS NULL AND r.article_id = ${id}`)
  await planAnew(db, 'article_revisions')
  await db.execute(sql`UPDATE articles SET head_revision_id = id WHERE head_revision_id IS NULL`)
  return rows.map((row) => row.id)
}

/** Foreign keys to a table that was small would be looked up by reading all of it, for each row. */
async function planAnew(db: Db, table: string): Promise<void> {
  await db.execute(sql.raw(`ANALYZE ${table}`))
}
