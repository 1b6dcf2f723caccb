import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { createEveryState, type LifeName } from '../../../test/every-state.ts'
import { faultPlanter } from '../../../test/plant-faults.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let ids: Record<LifeName, string>
let plant: ReturnType<typeof faultPlanter>
beforeAll(async () => {
  it = await createTestApp()
  ids = await createEveryState(it, await signIn(it, 'admin'))
  plant = faultPlanter(it, ids)
})
afterAll(() => it.close())

describe('of what readers are given is found', () => {
  test.each([
    `body_html = body_html || ' '`,
    `body = '{"type":"doc","content":[]}'`,
    `title = 'x'`,
    `hash = repeat('a', 64)`,
    `published_at = published_at + interval '1 millisecond'`,
    `listed = false`,
    `slug = 'x'`,
    `withdrawn = '{"reason":"x","at":"2026-11-23T00:00:00.000Z"}'`,
  ])('a row with %s', (set) =>
    plant.finds(`UPDATE published.articles SET ${set} WHERE ${plant.article('published')}`, 'read_model published'),
  )

  test('a row that is missing', () =>
    plant.finds(`DELETE FROM published.articles WHERE ${plant.article('withdrawn')}`, 'read_model withdrawn'))

  test.each(['authors', 'units', 'categories', 'tags'])('a missing row of the %s', (table) =>
    plant.finds(`DELETE FROM published.article_${table} WHERE article_id = '${ids.corrected}' AND position = 0`, 'read_model corrected'),
  )

  test.each([
    `article_authors SET role = 'video'`,
    `article_units SET role = 'supporting'`,
    'article_categories SET position = 7 - position',
  ])('a link with %s', (set) => plant.finds(`UPDATE published.${set} WHERE article_id = '${ids.corrected}'`, 'read_model corrected'))

  test('a picture at another article, and one that is still open', async () => {
    const { rows } = await it.database.db.execute<{ id: string }>(sql`SELECT id FROM media ORDER BY id`)
    const media = rows.map(({ id }) => `media_public media ${id}`)
    await plant.finds(`DELETE FROM published.article_media WHERE article_id = '${ids.corrected}'`, 'read_model corrected')
    await plant.finds(`UPDATE media SET public = false`, ...media)
    const everywhere = [...Object.keys(ids)] as LifeName[]
    const shown = everywhere.filter((life) => /published|datedBack|updated|corrected|toBe|putBack|withdrawn|redactedBefore/i.test(life))
    await plant.finds('DELETE FROM published.article_media', ...shown.map((life) => `read_model ${life}`), ...media)
  })

  test('a file that is noted of no revision that shows it, and one that is noted of another', async () => {
    await plant.finds(
      `DELETE FROM media_references WHERE revision_id = (SELECT head_revision_id FROM articles WHERE id = '${ids.draft}')`,
      'media_references draft',
    )
    await plant.finds(
      `INSERT INTO media_references SELECT r.id, '00000000-0000-7000-8000-000000000000' FROM article_revisions r WHERE ${plant.revision('held', 2)}`,
      'media_references held',
    )
    await plant.finds(
      `UPDATE article_revisions SET body = jsonb_set(body, '{content,7}', '{"type":"rule"}') WHERE ${plant.revision('held', 1)}`,
      'revision_text held edition 1',
      'edition_content held edition 1',
      'media_references held',
    )
  })

  test('an article that is not public, or only a link of one', async () => {
    await plant.finds(
      `INSERT INTO published.articles SELECT (jsonb_populate_record(p, jsonb_build_object('id', '${ids.held}', 'slug', 'x'))).*
       FROM published.articles p WHERE ${plant.article('published')}`,
      'read_model_stray held',
    )
    for (const table of ['authors', 'units', 'categories', 'tags', 'media']) {
      await plant.finds(
        `INSERT INTO published.article_${table} SELECT (jsonb_populate_record(p, '{"article_id":"${ids.vanished}"}')).*
         FROM published.article_${table} p WHERE article_id = '${ids.published}' AND position = 0`,
        'read_model_stray vanished',
      )
    }
  })

  test('a body that nothing can be made of', () =>
    plant.finds(
      `UPDATE article_revisions SET body = '{}' WHERE ${plant.revision('published', 1)}`,
      'revision_text published edition 1',
      'edition_content published edition 1',
      'read_model published',
      'revision_noted published',
    ))
})

describe('of an article is found', () => {
  test.each([
    ['published', `hold_reason = 'x'`],
    ['gone', `withdrawn_at = now(), withdrawal_reason = 'x'`],
    ['held', `work_state = 'none'`],
    ['draft', `forced_at = now(), force_note = 'x'`],
    ['held', `forced_by = created_by`],
    ['published', `scheduled_by = created_by`],
  ] as const)('a mark that its states contradict: %s with %s', (life, set) =>
    plant.finds(`UPDATE articles SET ${set} WHERE ${plant.article(life)}`, `article_marks ${life}`),
  )

  test('an address before the first publication', () =>
    plant.finds(`UPDATE articles SET slug = 'x' WHERE ${plant.article('draft')}`, 'article_address draft', 'article_marks draft'))

  test('an address that leads nowhere', () =>
    plant.finds(`UPDATE article_slugs SET current = false WHERE article_id = '${ids.held}'`, 'article_address held'))

  test('a place that nobody took', () =>
    plant.finds(
      [
        `UPDATE articles SET redirected_to = '${ids.draft.replace(/^.{8}/, '00000000')}' WHERE ${plant.article('redirected')}`,
        `UPDATE changes SET replaced_by = '${ids.draft.replace(/^.{8}/, '00000000')}' WHERE ${plant.newestChange('redirected')}`,
      ],
      'article_marks redirected',
    ))

  test('a circle of two', () =>
    plant.finds(
      (['redirected', 'redirectedToo'] as const).flatMap((life) => {
        const other = life === 'redirected' ? ids.redirectedToo : ids.redirected
        return [
          `UPDATE articles SET redirected_to = '${other}' WHERE ${plant.article(life)}`,
          `UPDATE changes SET replaced_by = '${other}' WHERE ${plant.newestChange(life)}`,
        ]
      }),
      'article_circle redirected',
      'article_circle redirectedToo',
    ))

  test.each([`published_at = published_at + interval '1 second'`, `first_published_at = first_published_at + interval '1 second'`])(
    'a date that its editions contradict: %s',
    (set) => plant.finds(`UPDATE articles SET ${set} WHERE ${plant.article('held')}`, 'article_dates held'),
  )

  test.each([
    ['held', `action = 'put'`],
    ['withdrawn', `reason = 'put_back'`],
    ['gone', `edition = 2`],
    ['redirected', 'replaced_by = NULL'],
  ] as const)('an entry of the feed that it contradicts: %s with %s', (life, set) =>
    plant.finds(`UPDATE changes SET ${set} WHERE ${plant.newestChange(life)}`, `article_announced ${life}`),
  )

  test('a missing entry of the feed, and one too many', async () => {
    await plant.finds(`DELETE FROM changes WHERE ${plant.newestChange('held')}`, 'article_announced held', 'feed_newest held')
    await plant.finds(
      `INSERT INTO changes (site_id, action, reason, entity, entity_id) SELECT site_id, 'put', 'published', 'article', id
       FROM articles WHERE ${plant.article('draft')}`,
      'article_announced draft',
      'feed_newest draft',
    )
  })

  test('another entry, or none, for portals that begin', async () => {
    const ofHeld = `entity_id = '${ids.held}'`
    const older = `(SELECT min(seq) FROM changes WHERE ${ofHeld})`
    await plant.finds(`UPDATE newest_changes SET seq = ${older} WHERE ${ofHeld}`, 'feed_newest held')
    await plant.finds(`UPDATE newest_changes SET site_id = '${ids.held}' WHERE ${ofHeld}`, 'feed_newest held')
    await plant.finds(`DELETE FROM newest_changes WHERE ${ofHeld}`, 'feed_newest held')
    await plant.finds(
      `INSERT INTO newest_changes (entity, entity_id, site_id, seq) SELECT 'article', id, site_id, 0 FROM articles WHERE ${plant.article('draft')}`,
      'feed_newest draft',
    )
    await plant.finds(`UPDATE newest_changes SET entity = 'unit' WHERE ${ofHeld}`, 'feed_newest held', 'feed_newest')
  })

  test('what portals say and are told of entries that are not there', async () => {
    const portal = `WITH c AS (INSERT INTO api_clients (id, site_id, name, scopes) SELECT gen_random_uuid(), id, 'Cổng', '{read}' FROM sites RETURNING id)`
    const seq = `(SELECT max(seq) FROM changes)`
    const newest = (extra: string) => `${portal} INSERT INTO portal_cursors (client_id, epoch, seq) SELECT id, 1, ${seq} + ${extra} FROM c`
    await plant.finds(newest('0'))
    await plant.finds(newest('1'), 'portal_cursor')
    const message = (entry: string) => `INSERT INTO webhook_deliveries (id, endpoint_id, seq, entity, entity_id)
      SELECT gen_random_uuid(), gen_random_uuid(), ${entry}, 'article', '${ids.held}'`
    await plant.finds(message(`(SELECT max(seq) FROM changes WHERE entity_id = '${ids.held}')`))
    await plant.finds(message(`(SELECT max(seq) FROM changes WHERE entity_id <> '${ids.held}')`), 'message_entry held')
    await plant.finds(message(`${seq} + 1`), 'message_entry held')
  })

  test('a missing version in the audit log', () =>
    plant.finds(`DELETE FROM audit_log WHERE entity_id = '${ids.draft}'`, 'revision_noted draft', 'article_noted draft'))

  test.each(['inReview', 'approved', 'scheduled', 'draft'] as const)('a text that nobody wrote: %s', (life) =>
    plant.finds(`UPDATE article_revisions SET sapo = 'Chen vào' WHERE ${plant.newestRevision(life)}`, `revision_noted ${life}`),
  )

  test('a revision that can still be changed', async () => {
    const unseal = (life: LifeName, number: number) => `UPDATE article_revisions SET sealed = false WHERE ${plant.revision(life, number)}`
    await plant.finds(unseal('corrected', 1), 'revision_sealed corrected edition 1')
    await plant.finds(unseal('approved', 1), 'revision_sealed approved')
    await plant.finds(unseal('scheduled', 1), 'revision_sealed scheduled')
  })

  test('an older revision as its newest', () =>
    plant.finds(
      `UPDATE articles SET head_revision_id = (SELECT id FROM article_revisions WHERE ${plant.revision('held', 2)}) WHERE ${plant.article('held')}`,
      'revision_noted held',
      'revision_newest held',
    ))

  test('two revisions of one number', () =>
    plant.finds(
      [
        'ALTER TABLE article_revisions DROP CONSTRAINT article_revisions_number',
        `UPDATE article_revisions SET number = 1 WHERE ${plant.revision('held', 2)}`,
      ],
      'revision_numbers held',
    ))
})
