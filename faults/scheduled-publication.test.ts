import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { operator } from '../apps/api/src/lib/acting-person.ts'
import { addArticle } from '../apps/api/src/publication/add-article.ts'
import { emptyHead, nextHead } from '../apps/api/src/publication/changes.ts'
import { contentOf } from '../apps/api/src/publication/revisions.ts'
import { transition } from '../apps/api/src/publication/transition.ts'
import { type Ground, prepareGround } from './support/ground.ts'
import { startNodes } from './support/nodes.ts'

const due = 500
const seed = Math.floor(Math.random() * 1_000_000)

test(`of ${due} due articles each is published exactly once by three processes that are killed at random, and a poisoned one stops none (seed ${seed})`, async () => {
  const ground = await prepareGround()
  const poisoned = await scheduleAll(ground)
  const nodes = await startNodes(ground.url, 3, seed)
  // By progress, not by the clock: every process is killed in the middle of its work on any machine.
  let nextKill = 20
  await expect
    .poll(
      async () => {
        const published = await countPublished(ground)
        if (published >= nextKill && published < due) {
          nextKill = published + 35
          await nodes.killOne()
        }
        return published
      },
      { timeout: 180_000, interval: 20 },
    )
    .toBe(due)
  expect(nodes.killed).toBeGreaterThanOrEqual(5)

  await expectExactlyOnce(ground)
  const [left] = await ground.rows(`SELECT work_state, due_attempts > 0 AS tried FROM articles WHERE id = '${poisoned}'`)
  expect(left).toEqual({ work_state: 'scheduled', tried: true })
  await expectWholeLog(ground)
}, 240_000)

/** Scheduled as people do it, then due while nothing runs, one a second. One of them, the longest due, cannot be published any more. */
async function scheduleAll({ db, siteId, unitId, rows }: Ground): Promise<string> {
  const categoryId = uuidv7()
  await rows(`INSERT INTO categories (id, site_id, slug, name) VALUES ('${categoryId}', '${siteId}', 'tam', 'Tạm')`)
  const at = new Date(Date.now() + 86_400_000).toISOString()
  const ids = Array.from({ length: due + 1 }, () => uuidv7())
  const [poisoned = ''] = ids
  await db.transaction(async (tx) => {
    for (const id of ids) {
      const content = contentOf({
        title: `Tin hẹn giờ ${id}`,
        body: bodyFromText('Một đoạn văn.'),
        categoryIds: id === poisoned ? [categoryId] : [],
      })
      const draft = await addArticle(tx, { id, siteId, unitId, format: 'news', content, actor: operator })
      await transition(tx, draft, 'schedule', operator, { at })
    }
  })
  await rows(`UPDATE articles a SET publish_at = date_trunc('second', now()) - n.back * interval '1 second'
    FROM (SELECT id, row_number() OVER (ORDER BY id DESC) AS back FROM articles) n WHERE n.id = a.id`)
  await rows(`DELETE FROM categories WHERE id = '${categoryId}'`)
  return poisoned
}

async function countPublished({ rows }: Ground): Promise<number> {
  const [counted] = await rows<{ n: number }>("SELECT count(*)::int AS n FROM articles WHERE public_state = 'published'")
  return counted?.n ?? 0
}

async function expectExactlyOnce({ rows }: Ground): Promise<void> {
  const [counts] = await rows(`
    SELECT count(*)::int AS articles,
      count(*) FILTER (WHERE (SELECT count(*) FROM editions e WHERE e.article_id = a.id) = 1)::int AS one_edition,
      count(*) FILTER (WHERE (SELECT count(*) FROM changes c WHERE c.entity_id = a.id) = 1)::int AS one_entry,
      count(*) FILTER (WHERE (SELECT count(*) FROM publication_log l WHERE l.article_id = a.id) = 1)::int AS one_in_log,
      count(*) FILTER (WHERE (SELECT count(*) FROM audit_log u WHERE u.entity_id = a.id AND u.action = 'article.publishDue') = 1)::int AS one_note,
      count(*) FILTER (WHERE EXISTS (SELECT FROM published.articles p WHERE p.id = a.id AND p.published_at = a.first_published_at))::int AS shown,
      count(*) FILTER (WHERE a.published_at = a.first_published_at
        AND a.published_at = (SELECT e.published_at FROM editions e WHERE e.article_id = a.id) AND a.published_at < a.updated_at
        AND date_trunc('second', a.published_at) = a.published_at)::int AS on_time
    FROM articles a WHERE a.public_state = 'published'`)
  const all = { articles: due, one_edition: due, one_entry: due, one_in_log: due, one_note: due, shown: due, on_time: due }
  expect(counts).toEqual(all)
}

async function expectWholeLog({ rows }: Ground): Promise<void> {
  const log = await rows<{ seq: number; site: string; article: string; edition: number; hash: string; head: string }>(
    'SELECT seq, site_id AS site, article_id AS article, edition, hash, head FROM publication_log ORDER BY seq',
  )
  let head = emptyHead
  for (const [index, { head: stored, ...row }] of log.entries()) {
    head = nextHead(head, row)
    expect([row.seq, stored]).toEqual([index + 1, head])
  }
}
