import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { runCommandProcess, usedDataFolder } from '../../test/app-process.ts'
import { createDraft, createPublished } from '../../test/factories.ts'
import { signIn } from '../../test/sign-in.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { joinEmbedded } from '../db/embedded.ts'
import { verify } from './verify.ts'

let it: TestApp
let firstHead: string
let brokenId: string
beforeAll(async () => {
  it = await createTestApp()
  const publisher = await signIn(it, 'publisher')
  await createPublished(it, publisher)
  firstHead = (await it.app.inject('/api/v1/changes')).json().head
  brokenId = (await createPublished(it, publisher)).id
  await createDraft(it, publisher)
})
afterAll(() => it.close())

async function run(...args: string[]) {
  const said: string[] = []
  const complained: string[] = []
  const env = { DATABASE_URL: it.databaseUrl, SECRET: 'k3Jw9vXq2LmZ7pTt4RbYc8NdFgHs1AaE' }
  const code = await verify.run(args, { env, say: (line) => said.push(line), complain: (line) => complained.push(line) })
  return { code, said, complained }
}

describe('verify', () => {
  test('of a database in which everything holds says so and where the log had a head, with exit code 0', async () => {
    expect(await run()).toEqual({ code: 0, said: ['3 articles, 2 editions, 2 log rows: everything holds'], complained: [] })
    const { code, said } = await run('--head', firstHead)
    expect(code).toBe(0)
    expect(said).toEqual([`The log had ${firstHead} at seq 1 of 2.`, '3 articles, 2 editions, 2 log rows: everything holds'])
  })

  test('says which head the log never had, with exit code 1', async () => {
    const head = 'f'.repeat(64)
    const { code, said } = await run('--head', head)
    expect(code).toBe(1)
    expect(said).toEqual([
      `log_witness: expected a row with the head sha256:${head}, found that the log never had it`,
      '3 articles, 2 editions, 2 log rows: 1 fault',
    ])
  })

  test.each(['sha256:abc', 'sha1:x', ''])('refuses the head "%s" in one line', async (head) => {
    await expect(run('--head', head)).rejects.toThrow(/^--head takes a head of the publication log: .*$/)
  })

  test('prints a line for each fault; with --json it is JSON, and nothing else is on standard output', async () => {
    await it.database.db.execute(`UPDATE published.articles SET sapo = 'Lời của người khác' WHERE id = '${brokenId}'`)
    const summary = '3 articles, 2 editions, 2 log rows: 1 fault'
    expect(await run()).toEqual({
      code: 1,
      said: [`read_model article ${brokenId}: expected sapo of edition 1, found others`, summary],
      complained: [],
    })
    const { code, said, complained } = await run('--json')
    expect([code, complained]).toEqual([1, [summary]])
    expect(said.map((line) => JSON.parse(line))).toEqual([
      { kind: 'read_model', article: brokenId, expected: 'sapo of edition 1', found: 'others' },
    ])
  })
})

test('bantin verify looks at the database of its data folder, beside whatever uses it', async () => {
  const dataDir = usedDataFolder()
  const server = await joinEmbedded({ dataDir })
  onTestFinished(() => server.stop())
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query(`
    WITH made AS (INSERT INTO units (id, slug, kind) VALUES (gen_random_uuid(), 'van-phong', 'office') RETURNING id)
    INSERT INTO unit_names (id, unit_id, name, period) SELECT id, id, 'Văn phòng', '(,)' FROM made`)
  const file = join(temporaryFolder(), 'bài.txt')
  writeFileSync(file, 'Một tít\n\nMột đoạn.')
  expect(await runCommandProcess(dataDir, 'import', 'text', file, '--unit', 'van-phong', '--publish').exited).toBe(0)

  const sound = runCommandProcess(dataDir, 'verify')
  expect(await sound.exited).toBe(0)
  expect(sound.output).toEqual({ stdout: '1 article, 1 edition, 1 log row: everything holds\n', stderr: '' })
  await client.query(`SET session_replication_role = replica; UPDATE publication_log SET head = repeat('a', 64)`)
  const broken = runCommandProcess(dataDir, 'verify')
  expect(await broken.exited).toBe(1)
  expect(broken.output.stdout).toMatch(
    /^log_head seq 1 article \S+ edition 1: expected sha256:\w{64}, found sha256:a{64}\n1 article, .*: 1 fault\n$/,
  )
})
