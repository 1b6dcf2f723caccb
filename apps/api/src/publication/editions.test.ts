import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublished } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { emptyHead, nextHead } from './changes.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const rows = async (query: string) => (await it.database.db.execute<Record<string, never>>(sql.raw(query))).rows

describe('an edition', () => {
  test('is stored as canonical JSON whose SHA-256 is its hash, also in the public answer', async () => {
    const { id, slug } = await createPublished(it, publisher)
    const [edition] = await rows(`SELECT document, hash FROM editions WHERE article_id = '${id}'`)
    const { document, hash } = edition as unknown as { document: string; hash: string }
    expect(createHash('sha256').update(document).digest('hex')).toBe(hash)
    expect((await it.app.inject(`/api/v1/articles/${slug}`)).json().hash).toBe(`sha256:${hash}`)
    const keys = Object.keys(JSON.parse(document))
    expect(keys).toEqual([...keys].sort())
  })

  test('never changes, nor does the log, the feed, the audit log or a sealed revision: the owner is refused too', async () => {
    const { id } = await createPublished(it, publisher)
    for (const statement of [
      `UPDATE editions SET note = 'x' WHERE article_id = '${id}'`,
      'DELETE FROM publication_log',
      'UPDATE changes SET backfill = true',
      'DELETE FROM audit_log',
      'TRUNCATE audit_log',
      'TRUNCATE article_revisions CASCADE',
      `UPDATE article_revisions SET title = 'x' WHERE article_id = '${id}'`,
    ]) {
      await expect(rows(statement)).rejects.toMatchObject({ cause: { code: '23001' } })
    }
  })
})

describe('the publication log', () => {
  test('is a chain that anyone can recompute, and its head rides in the feed', async () => {
    await createPublished(it, publisher)
    await createPublished(it, publisher)
    const log = (await rows('SELECT seq, site_id, article_id, edition, hash, head FROM publication_log ORDER BY seq')) as unknown as Record<
      string,
      string
    >[]
    let head = emptyHead
    for (const [index, row] of log.entries()) {
      expect(Number(row.seq)).toBe(index + 1)
      head = nextHead(head, {
        seq: Number(row.seq),
        site: row.site_id ?? '',
        article: row.article_id ?? '',
        edition: Number(row.edition),
        hash: row.hash ?? '',
      })
      expect(row.head).toBe(head)
    }
    expect((await it.app.inject('/api/v1/changes?limit=1')).json().head).toBe(`sha256:${head}`)
  })
})
