import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newReader, sendHit, storedHits } from '../../test/hits.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { readClocks } from './clocks.repository.ts'
import { makePartitions } from './partitions.repository.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

async function localDay(): Promise<string> {
  return (await readClocks(it.database.db))[0]?.localDay ?? ''
}

async function partitions(): Promise<string[]> {
  const { rows } = await it.database.db.execute<{ name: string }>(
    sql`SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'hits'::regclass ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

describe('the partitions of hits', () => {
  test('a hit of a day without one is taken by the default partition and moves when the day is made', async () => {
    expect(await partitions()).toEqual(['hits_default'])
    const { id, status } = await sendHit(it.app, newReader())
    expect(status).toBe(204)
    const [before] = await storedHits(it, id)
    expect(before?.partition).toBe('hits_default')

    await makePartitions(it.database.db)
    const [after] = await storedHits(it, id)
    expect(after).toEqual({ ...before, partition: `hits_${before?.localDay.replaceAll('-', '')}` })
    expect((await it.database.db.execute(sql`SELECT FROM hits_default`)).rows).toEqual([])
  })

  test('cover today and a fortnight ahead, and making them again makes nothing', async () => {
    await makePartitions(it.database.db)
    const names = await partitions()
    const today = Date.parse(`${await localDay()}T00:00:00Z`)
    for (let ahead = 0; ahead <= 14; ahead++) {
      const day = new Date(today + ahead * 86_400_000).toISOString().slice(0, 10)
      expect(names).toContain(`hits_${day.replaceAll('-', '')}`)
    }
    expect(await makePartitions(it.database.db)).toEqual([])
  })

  test('reach back as far as asked; several nodes making them at once make each once', async () => {
    const from = new Date(Date.parse(`${await localDay()}T00:00:00Z`) - 30 * 86_400_000).toISOString().slice(0, 10)
    const made = await Promise.all([1, 2, 3].map(() => makePartitions(it.database.db, from)))
    const days = made.flat()
    expect(new Set(days).size).toBe(days.length)
    expect(days).toContain(from)
    expect(await partitions()).toContain(`hits_${from.replaceAll('-', '')}`)
  })

  test('carry every index of the parent', async () => {
    await makePartitions(it.database.db)
    const { rows } = await it.database.db.execute<{ indexes: number }>(sql`
      SELECT DISTINCT count(i.indexrelid)::int AS indexes FROM pg_inherits p LEFT JOIN pg_index i ON i.indrelid = p.inhrelid
      WHERE p.inhparent = 'hits'::regclass GROUP BY p.inhrelid`)
    expect(rows).toEqual([{ indexes: 4 }])
  })

  test('keep the rules of the table', async () => {
    await makePartitions(it.database.db)
    const add = (hour: number, path: string | null) =>
      it.database.db.execute(sql`
        INSERT INTO hits (local_day, id, at, local_hour, site_id, path, visit)
        VALUES (current_date, ${randomUUID()}, now(), ${hour}, ${randomUUID()}, ${path}, true)`)
    await expect(add(24, '/')).rejects.toMatchObject({ cause: { code: '23514', constraint: 'hits_local_hour' } })
    await expect(add(0, null)).rejects.toMatchObject({ cause: { code: '23514', constraint: 'hits_of_something' } })
  })
})
