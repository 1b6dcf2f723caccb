import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { TestApp } from './test-app.ts'

const browser = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'

export interface TestReader {
  userAgent: string
  address?: string
  headers?: Record<string, string>
}

/** A reader with a browser of their own: another visitor than every other. Of digits: letters may come to be a bot's word, such as feed. */
export function newReader(rest: Partial<TestReader> = {}): TestReader {
  return { userAgent: `${browser} reader/${randomInt(2 ** 47)}`, ...rest }
}

/** Sends a page view as the site does: by default the first page of a visit, the home page. */
export async function sendHit(app: FastifyInstance, reader: TestReader, hit: Record<string, unknown> = {}) {
  const id = String(hit.id ?? randomUUID())
  const what = hit.articleId === undefined && !('path' in hit) ? { path: '/' } : {}
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/analytics/hits',
    remoteAddress: reader.address ?? '127.0.0.1',
    headers: { 'user-agent': reader.userAgent, ...reader.headers },
    body: { entry: true, ...what, ...hit, id },
  })
  return { id, answer, status: answer.statusCode }
}

export interface StoredHit extends Record<string, unknown> {
  localDay: string
  localHour: number
  visit: boolean
  visitor: Buffer | null
  articleId: string | null
  path: string | null
  referrerHost: string | null
  country: string | null
  partition: string
}

/** The rows of these hits, in the order of their ids. */
export async function storedHits({ database }: TestApp, ...ids: string[]): Promise<StoredHit[]> {
  const { rows } = await database.db.execute<StoredHit>(sql`
    SELECT local_day AS "localDay", local_hour AS "localHour", visit, visitor, article_id AS "articleId", path,
      referrer_host AS "referrerHost", country, tableoid::regclass::text AS partition
    FROM hits WHERE id = ANY (${sql.param(ids)}::uuid[]) ORDER BY array_position(${sql.param(ids)}::uuid[], id)`)
  return rows
}

/** What was refused so far, by cause. */
export async function countDrops({ database }: TestApp): Promise<Record<string, number>> {
  const { rows } = await database.db.execute<{ cause: string; count: number }>(
    sql`SELECT cause, sum(count)::int AS count FROM hit_drops GROUP BY cause`,
  )
  return { bot: 0, prefetch: 0, not_public: 0, ...Object.fromEntries(rows.map(({ cause, count }) => [cause, count])) }
}
