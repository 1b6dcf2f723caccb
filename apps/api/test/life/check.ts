import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { isShown, newestEdition } from './facts.ts'
import { longAgo } from './perform.ts'
import type { Snapshot } from './snapshot.ts'
import type { Walked, World } from './world.ts'

/** Holds what is stored against the model, and against what must be true of every article at every moment. */
export function checkStored(world: World, walked: Walked, stored: Snapshot): void {
  const { life } = walked
  const actorOf = (name: string) => (name === 'clock' ? null : world.people[name as 'admin'].userId)
  expect(stored.audit).toEqual(life.audit.map(({ actor, ...entry }) => ({ ...entry, actor: actorOf(actor) })))
  if (!life.exists) expect([stored.article, stored.revisions, stored.readModel]).toEqual([null, [], null])
  if (!life.exists) return
  expect(stored.article).toMatchObject({
    work_state: life.work,
    public_state: life.shown,
    version: life.version,
    edition: newestEdition(life) ? life.editions.length : null,
    hold_reason: life.hold?.reason ?? null,
    removal_answer: life.removal,
    assignee_id: life.assignee && world.people[life.assignee].userId,
  })
  const { approved_revision_id: approved, withdraw_at: withdrawAt, forced_at: forcedAt, publish_at: publishAt } = stored.article ?? {}
  expect([approved, withdrawAt, forcedAt, publishAt].map((mark) => mark !== null)).toEqual([
    life.isApproved,
    life.plannedWithdrawal !== null,
    life.forced,
    life.schedule !== null,
  ])
  expect(stored.revisions.map(({ hash: _hash, ...revision }) => revision)).toEqual(
    life.revisions.map(({ title, sapo, sealed, redacted, writer }, index) => ({
      number: index + 1,
      ...{ title, sapo, sealed, redacted, writer: world.people[writer].userId },
    })),
  )
  checkEditions(walked, stored)
  checkReadModel(walked, stored)
  const replacedBy = (is: boolean) => (is ? world.targets.published : null)
  expect(stored.feed).toEqual(life.feed.map(({ replacedBy: is, ...entry }) => ({ ...entry, replaced_by: replacedBy(is) })))
  expect(stored.feed.at(-1)?.action).toBe(life.editions.length === 0 ? undefined : isShown(life) ? 'put' : 'delete')
}

function checkEditions({ life }: Walked, { article, editions, log }: Snapshot): void {
  expect(editions.map(({ edition, kind, revision, isEmpty }) => ({ edition, kind, revision, isEmpty }))).toEqual(
    life.editions.map(({ kind, revision, redacted }, index) => ({ edition: index + 1, kind, revision, isEmpty: redacted })),
  )
  expect(log).toEqual(editions.map(({ edition, hash }) => ({ edition, hash })))
  const newestMajor = editions.filter(({ kind }) => kind === 'major').at(-1)
  const { first_published_at: first = null, published_at: shownAt = null } = (article ?? {}) as Record<string, string | null>
  const began = life.isBackdated ? new Date(longAgo) : editions[0] && new Date(editions[0].at)
  expect(first && new Date(first)).toEqual(began ?? null)
  // A minor edition and a correction keep their date.
  expect(shownAt && new Date(shownAt)).toEqual(newestMajor ? (newestMajor.edition === 1 ? began : new Date(newestMajor.at)) : null)
}

function checkReadModel({ life }: Walked, { article, editions, readModel, slugs, isPictureOpen }: Snapshot): void {
  const newest = newestEdition(life)
  const revision = newest && life.revisions[newest.revision - 1]
  const shown = isShown(life) && {
    title: revision?.title,
    edition: life.editions.length,
    hash: editions.at(-1)?.hash,
    listed: life.shown === 'published',
    isWithdrawn: life.shown === 'withdrawn',
    slug: article?.slug,
  }
  expect(readModel).toEqual(shown || null)
  expect(isPictureOpen).toBe(isShown(life) && revision?.isWhole === true)
  expect(slugs).toEqual(newest ? [{ slug: article?.slug, current: true }] : [])
}

/** Sealed revisions stay byte for byte; only being emptied changes one, once. */
export function checkSealed(before: Snapshot, after: Snapshot): void {
  for (const { number, sealed, redacted, hash } of before.revisions) {
    const now = after.revisions.find((revision) => revision.number === number)
    if (sealed && after.article && redacted === now?.redacted) expect([number, now.hash]).toEqual([number, hash])
  }
}

/** How delivery answers to the article's id. */
export async function checkDelivered({ it, targets }: World, { id, life }: Walked): Promise<void> {
  const answer = await it.app.inject({ url: `/api/v1/articles/${id}` })
  const { code = null, replacedBy = null } = answer.json()
  const gone = life.exists && life.shown === 'removed' && life.removal === 'gone'
  const expected =
    life.exists && isShown(life)
      ? [200, null, null]
      : life.exists && life.shown === 'redirected'
        ? [410, 'article_redirected', targets.published]
        : gone
          ? [410, 'article_removed', null]
          : [404, 'not_found', null]
  expect([answer.statusCode, code, replacedBy]).toEqual(expected)
}

/** The publication log counts from 1 without gaps, and each head follows from the one before (docs/model.md). */
export async function checkLog({ it }: World): Promise<void> {
  type Row = { seq: number; site: string; article: string; edition: number; hash: string; head: string }
  const { rows } = await it.database.db.execute<Row>(
    sql`SELECT seq::int, site_id AS site, article_id AS article, edition, hash, head FROM publication_log ORDER BY seq`,
  )
  let before = '0'.repeat(64)
  for (const [index, { seq, site, article, edition, hash, head }] of rows.entries()) {
    const row = JSON.stringify({ article, edition, hash, seq, site })
    before = createHash('sha256').update(before).update(row).digest('hex')
    expect([seq, head]).toEqual([index + 1, before])
  }
}
