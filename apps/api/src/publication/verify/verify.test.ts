import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEveryState, type LifeName } from '../../../test/every-state.ts'
import { faultPlanter } from '../../../test/plant-faults.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { countWaiting } from '../../../test/while-locked.ts'
import { operator } from '../../lib/acting-person.ts'
import { lockArticles } from '../article.ts'
import { appendChanges, emptyHead } from '../changes.ts'
import { transition } from '../transition.ts'
import { type Fault, faultKinds, lineOf } from './fault.ts'
import { verify } from './verify.ts'

let it: TestApp
let ids: Record<LifeName, string>
let plant: ReturnType<typeof faultPlanter>
beforeAll(async () => {
  it = await createTestApp()
  ids = await createEveryState(it, await signIn(it, 'admin'))
  plant = faultPlanter(it, ids)
})
afterAll(() => it.close())

async function look(heads: string[] = []) {
  const faults: Fault[] = []
  const verified = await verify(it.database.db, heads, (fault) => faults.push(fault))
  return { faults, verified }
}

test('articles in every state hold, and looking changes nothing', async () => {
  const { faults, verified } = await unchanged(it, () => look())
  expect(faults).toEqual([])
  expect(verified).toMatchObject({ articles: Object.keys(ids).length, editions: 21, redacted: 2, logRows: 21, faults: 0 })
})

test('heads that witnesses hold are found where the log had them, and one that it never had is a fault', async () => {
  const { head } = (await it.app.inject('/api/v1/changes?limit=1')).json()
  const [newest, unknown] = [head.replace('sha256:', ''), 'f'.repeat(64)]
  const { faults, verified } = await look([emptyHead, newest, unknown])
  expect([...verified.witnesses]).toEqual([
    [emptyHead, 0],
    [newest, 21],
    [unknown, null],
  ])
  expect(faults).toEqual([expect.objectContaining({ kind: 'log_witness' })])
  expect(lineOf(faults[0] as Fault)).toContain(unknown)
})

describe('of an edition is found', () => {
  test('a document with another word', () =>
    plant.finds(
      `UPDATE editions SET document = replace(document, 'Sapo', 'sapo') WHERE ${plant.edition('corrected', 2)}`,
      'edition_hash corrected edition 2',
    ))

  test('a document that was emptied without saying so', () =>
    plant.finds(
      ['ALTER TABLE editions DROP CONSTRAINT editions_redacted_why', `UPDATE editions SET document = '' WHERE ${plant.edition('held', 1)}`],
      'edition_hash held edition 1',
    ))

  test('a document with a space too many and the hash of that', async () =>
    plant.finds(
      `UPDATE editions SET document = document || ' ', hash = encode(sha256(convert_to(document || ' ', 'UTF8')), 'hex')
       WHERE ${plant.edition('corrected', 1)}`,
      'edition_canonical corrected edition 1',
      `log_hash seq ${await plant.seqOf('corrected', 1)} corrected edition 1`,
      'edition_noted corrected edition 1',
    ))

  test.each([`note = 'x'`, `correction = correction || '{"right": "x"}'`, `published_at = published_at + interval '1 second'`])(
    'a row that its document contradicts: %s',
    (set) => plant.finds(`UPDATE editions SET ${set} WHERE ${plant.edition('held', 2)}`, 'edition_row held edition 2'),
  )

  test('a row of another kind', () =>
    plant.finds(
      `UPDATE editions SET kind = 'minor', correction = NULL WHERE ${plant.edition('held', 2)}`,
      'edition_row held edition 2',
      'edition_announced held edition 2',
    ))

  test('a locale that its article has not', () =>
    plant.finds(`UPDATE articles SET locale = 'en' WHERE ${plant.article('gone')}`, 'edition_row gone edition 1'))

  test('an article that is gone', () =>
    plant.finds(
      `DELETE FROM articles WHERE ${plant.article('gone')}`,
      'edition_row gone edition 1',
      'article_announced gone',
      'article_address gone',
    ))

  test.each([
    `title = 'x'`,
    `sapo = NULL`,
    `kicker = 'x'`,
    `body = jsonb_set(body, '{content,1,attrs,level}', '3')`,
    `body = jsonb_set(body, '{content,1,content,0,marks}', '[]')`,
    `bylines = '[]'`,
    `units = '[]'`,
    `event = '{"startsOn":"2026-11-24"}'`,
    `source = NULL`,
    `hero_media_id = NULL`,
  ])('a revision that its document contradicts: %s', (set) =>
    plant.finds(`UPDATE article_revisions SET ${set} WHERE ${plant.revision('corrected', 1)}`, 'edition_content corrected edition 1'),
  )

  test('a revision that is gone', () =>
    plant.finds(`DELETE FROM article_revisions WHERE ${plant.revision('corrected', 1)}`, 'edition_content corrected edition 1'))

  test('a number left out', async () =>
    plant.finds(
      `DELETE FROM editions WHERE ${plant.edition('corrected', 1)}`,
      `log_edition seq ${await plant.seqOf('corrected', 1)} corrected edition 1`,
      'edition_numbers corrected',
    ))

  test('an article that names an older one', () =>
    plant.finds(
      `UPDATE articles SET edition = 1 WHERE ${plant.article('held')}`,
      'edition_newest held',
      'edition_revision held edition 1',
      'article_announced held',
    ))

  test('an article that names another revision', () =>
    plant.finds(
      `UPDATE articles SET published_revision_id = (SELECT id FROM article_revisions WHERE ${plant.revision('held', 1)}) WHERE ${plant.article('held')}`,
      'edition_revision held edition 2',
    ))

  test('one that the log has not', async () =>
    plant.finds([`DELETE FROM publication_log WHERE ${plant.edition('withdrawnDue', 1)}`], 'edition_logged withdrawnDue edition 1'))

  test('one that the feed has not', () =>
    plant.finds(`DELETE FROM changes WHERE entity_id = '${ids.corrected}' AND edition = 1`, 'edition_announced corrected edition 1'))

  test('another hash in the audit log', () =>
    plant.finds(
      `UPDATE audit_log SET after_hash = repeat('a', 64) WHERE entity_id = '${ids.corrected}' AND action = 'article.publish' AND version = 2`,
      'edition_noted corrected edition 1',
    ))

  test('words left in the revision of an emptied one', () =>
    plant.finds(
      `UPDATE article_revisions SET redacted_at = NULL WHERE ${plant.revision('redactedBefore', 1)}`,
      'edition_redacted redactedBefore edition 1',
    ))

  test('one that was emptied in nobody’s name', () =>
    plant.finds(
      `UPDATE audit_log SET detail = jsonb_set(detail, '{editions}', '[2]') WHERE entity_id = '${ids.redactedBefore}' AND action = 'article.redact'`,
      'edition_redacted redactedBefore edition 1',
    ))
})

describe('of the publication log is found', () => {
  test('a row that is missing, whether or not others follow', async () => {
    const seq = await plant.seqOf('updated', 1)
    await plant.finds(`DELETE FROM publication_log WHERE seq = ${seq}`, `log_seq seq ${seq}`, 'edition_logged updated edition 1')
    await plant.finds(
      `UPDATE publication_log SET seq = seq + 1 WHERE ${plant.edition('withdrawnDue', 1)}`,
      `log_seq seq ${await plant.seqOf('withdrawnDue', 1)}`,
    )
    await plant.finds(`UPDATE publication_log SET seq = 0 WHERE seq = 1`, 'log_seq seq 1', 'log_seq seq 1')
  })

  test('another head, at its row only', async () => {
    const place = `seq ${await plant.seqOf('updated', 1)} updated edition 1`
    await plant.finds(`UPDATE publication_log SET head = repeat('a', 64) WHERE ${plant.edition('updated', 1)}`, `log_head ${place}`)
  })

  test('another hash, at its row only', async () => {
    const place = `seq ${await plant.seqOf('updated', 1)} updated edition 1`
    await plant.finds(
      `UPDATE publication_log SET hash = repeat('a', 64) WHERE ${plant.edition('updated', 1)}`,
      `log_hash ${place}`,
      `log_head ${place}`,
    )
  })

  test('an edition that never was', async () => {
    const place = `seq ${await plant.seqOf('updated', 1)} updated edition 9`
    await plant.finds(
      `UPDATE publication_log SET edition = 9 WHERE ${plant.edition('updated', 1)}`,
      `log_edition ${place}`,
      `log_head ${place}`,
      'edition_logged updated edition 1',
    )
  })
})

test('what is published in the midst of it raises no false alarm', async () => {
  const { db } = it.database
  const { looking } = await db.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE published.article_tags`)
    const looking = look()
    looking.catch(() => undefined)
    await expect.poll(() => countWaiting(it.database)).toBe(1)
    const [article] = await lockArticles(tx, [ids.published])
    if (!article) throw new Error('no article')
    const edited = await transition(tx, article, 'edit', operator, { tagIds: [] })
    const published = await transition(tx, edited.article, 'publish', operator, { kind: 'minor' })
    await appendChanges(tx, published.entries)
    return { looking }
  })
  expect((await looking).faults).toEqual([])
  expect((await look()).verified).toMatchObject({ editions: 22, faults: 0 })
})

test('a fault of every kind is planted here or beside', () => {
  const tests = globSync('*.test.ts', { cwd: import.meta.dirname }).map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  const planted = new Set(tests.flatMap((text) => [...text.matchAll(/['`]([a-z]+(?:_[a-z]+)+)\b/g)].map(([, kind]) => kind)))
  expect(Object.keys(faultKinds).filter((kind) => !planted.has(kind))).toEqual([])
})
