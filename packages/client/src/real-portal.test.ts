import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublished, send } from '../../../apps/api/test/factories.ts'
import { createPortal } from '../../../apps/api/test/portals.ts'
import { type SignedInForTest, signIn } from '../../../apps/api/test/sign-in.ts'
import { temporaryFolder } from '../../../apps/api/test/temporary-folder.ts'
import { createTestApp, type TestApp } from '../../../apps/api/test/test-app.ts'
import { createClient } from './client.ts'
import type { Change } from './contract.ts'
import { verifyEdition } from './verify-edition.ts'

const execute = promisify(execFile)

let it: TestApp
let admin: SignedInForTest
let baseUrl: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  baseUrl = await it.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => it.close())

const reading = () => `import { createClient } from './dist/client.js'
let n = 0
for await (const { article, action, seq } of createClient({ baseUrl: '${baseUrl}' }).changes({ include: 'article' })) {
  const title: string | undefined = article?.title
  // @ts-expect-error: of what is gone there is none.
  const certain: string = article.title.slice(0, 0) + (action satisfies 'put' | 'delete')
  if (title !== undefined && seq > 0 && certain !== '') n += 1
}
console.log(n)
`

test('a portal with a key follows what is published, waits for what comes, and has acknowledged what it consumed', async () => {
  const { key } = await createPortal(it, admin)
  const client = createClient({ baseUrl, apiKey: key })
  expect(await client.acknowledged()).toEqual({ cursor: null, acknowledgedAt: null })
  const first = await createPublished(it, admin)
  const leaving = new AbortController()
  const seen: Change[] = []
  const feed = client.changes({ include: 'article', wait: 25, acknowledge: true, signal: leaving.signal })
  for await (const change of feed) {
    if (change.entity !== 'article') continue
    seen.push(change)
    if (seen.length === 1) await createPublished(it, admin)
    if (seen.length === 2) break
  }
  expect(seen.map(({ id, article }) => article?.id === id)).toEqual([true, true])
  expect(seen[0]?.id).toBe(first.id)
  expect(seen[0]?.article).toEqual(await client.article(first.id))
  expect((await client.acknowledged()).cursor).toMatch(/^\d+:\d+$/)
  expect((await client.articles({ limit: 1 })).data).toHaveLength(1)
})

test('what it published is proven: the edition by its hash, the log by the heads before and after', async () => {
  const client = createClient({ baseUrl })
  const heads: string[] = []
  const article = await createPublished(it, admin)
  for (let n = 0; n < 2; n += 1) {
    for await (const { head } of client.pages()) heads[n] = head
    if (n > 0) break
    const { version } = (await send(it, admin, 'GET', `/articles/${article.id}`)).json() as { version: number }
    const edited = await send(it, admin, 'PATCH', `/articles/${article.id}`, { title: 'Tiêu đề mới' }, version)
    await send(it, admin, 'POST', `/articles/${article.id}/publish`, { kind: 'minor' }, (edited.json() as { version: number }).version)
  }
  const { data } = await client.get<{ data: { hash: string; documentUrl: string }[] }>(`/articles/${article.id}/editions`)
  const document = await (await fetch(`${baseUrl}/api/v1/articles/${article.id}/editions/2`)).text()
  const { rows } = await it.database.db.execute<{ seq: number }>('SELECT max(seq)::int AS seq FROM publication_log')
  const log = { seq: Number(rows[0]?.seq), previousHead: String(heads[0]), head: String(heads[1]) }
  expect(await verifyEdition({ document, hash: String(data[0]?.hash), log })).toMatchObject({ edition: 2, title: 'Tiêu đề mới' })
})

test('as it is built, plain Node reads a portal with it, its types say what comes, and nothing of it names a package', async () => {
  const folder = temporaryFolder()
  const dist = join(folder, 'dist')
  const root = fileURLToPath(new URL('..', import.meta.url))
  const run = async (...args: string[]) => (await execute(process.execPath, args, { cwd: folder })).stdout
  await run(join(root, 'scripts/build.mjs'), dist)
  const exported = Object.values((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: object }).exports)
  const files = readdirSync(dist)
  for (const { types, default: code } of exported) expect(files).toEqual(expect.arrayContaining([types.slice(7), code.slice(7)]))
  const texts = files.map((file) => readFileSync(join(dist, file), 'utf8'))
  expect(texts.flatMap((text) => text.match(/(from|import)[ (]+['"][^.].*/g) ?? [])).toEqual([])

  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'read.ts'), reading())
  const checked = ['--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--module', 'nodenext', 'read.ts']
  expect(await run(fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url)), ...checked)).toBe('')
  expect(await run('read.js')).toMatch(/^[1-9]\d*\n$/)
})
