import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { folderMediaStore } from '../apps/api/src/adapters/folder-media-store.ts'
import { forgetUploads } from '../apps/api/src/editorial/media/forget-uploads.ts'
import { sweepMedia } from '../apps/api/src/editorial/media/sweep-media.ts'
import { photo } from '../apps/api/test/pictures.ts'
import { temporaryFolder } from '../apps/api/test/temporary-folder.ts'
import { formOf } from '../apps/api/test/upload.ts'
import { prepareGround } from './support/ground.ts'
import { createReporter } from './support/reporter.ts'
import type { StoreStep, UploadNode } from './support/upload-node.ts'
import { filesIn, type RunningNode, startUploadNode } from './support/uploading.ts'

type Form = ReturnType<typeof formOf>
type Scene = Awaited<ReturnType<typeof prepare>>

/** A database and a data folder of the test's own. */
async function prepare() {
  const ground = await prepareGround()
  const node: Omit<UploadNode, 'stops'> = { databaseUrl: ground.url, dataDir: temporaryFolder(), reporter: await createReporter(ground) }
  return { ground, dataDir: node.dataDir, node }
}

let made = 0

async function newPhoto(): Promise<Form> {
  made += 1
  return formOf([{ name: 'a.jpg', bytes: await photo(900, 600 + made) }])
}

/** A file in the store for each that a row names, and nothing else where `isSwept`. */
async function expectWhole({ ground: { rows }, dataDir }: Scene, isSwept: boolean): Promise<number> {
  const named = await rows<{ key: string }>(`
    SELECT id || '/original' AS key FROM media
    UNION ALL SELECT id || '/' || rev || '/' || (v ->> 'name') FROM media, jsonb_array_elements(variants) v`)
  const { stored, coming } = await filesIn(dataDir)
  expect(stored).toEqual(expect.arrayContaining(named.map(({ key }) => key)))
  if (isSwept) expect([stored, coming]).toEqual([named.map(({ key }) => key).sort(), []])
  return named.length
}

async function sweep({ ground: { db }, dataDir }: Scene): Promise<void> {
  // Tomorrow: what is young belongs to an upload on its way.
  const now = Date.now() + 48 * 3_600_000
  await sweepMedia(db, folderMediaStore(join(dataDir, 'media')), { now })
  await forgetUploads(join(dataDir, 'uploads'), undefined, now)
}

/** Begins to send the form, as far as asked; answers what it is answered. */
function send({ url, authorization }: RunningNode, { payload, headers }: Form, bytes = payload.length): Promise<number | undefined> {
  const address = `${url}/api/v1/editorial/media`
  const sent = request(address, { method: 'POST', headers: { ...headers, authorization, 'content-length': payload.length } })
  onTestFinished(() => void sent.destroy())
  const status = new Promise<number | undefined>((resolve) => {
    sent.once('response', (answer) => resolve(answer.statusCode))
    sent.once('error', () => resolve(undefined))
  })
  sent.write(payload.subarray(0, bytes))
  if (bytes === payload.length) sent.end()
  return status
}

const stops: StoreStep[] = ['before the original', 'in the original', 'after the original', 'in the rendering', 'after the rendering']

test('a process that is killed with an upload in every step leaves no row without its files, and after the sweeper no file without a row', async () => {
  const scene = await prepare()
  const { ground, dataDir } = scene
  const node = await startUploadNode({ ...scene.node, stops })
  const answers: Promise<number | undefined>[] = []
  for (const _ of stops) {
    const stopped = node.stopped()
    answers.push(send(node, await newPhoto()))
    await stopped
  }
  await expect.poll(async () => (await filesIn(dataDir)).stored.filter((key) => key.endsWith('.tmp'))).toHaveLength(2)
  const form = await newPhoto()
  answers.push(send(node, form, Math.floor(form.payload.length / 2)))
  await expect.poll(async () => (await filesIn(dataDir)).coming).toHaveLength(stops.length + 1)
  // The row is there when its audit has to wait.
  await ground.db.transaction(async (tx) => {
    await tx.execute('LOCK TABLE audit_log IN EXCLUSIVE MODE')
    answers.push(send(node, await newPhoto()))
    await expect.poll(() => ground.rows(`SELECT FROM pg_locks WHERE relation = 'audit_log'::regclass AND NOT granted`)).toHaveLength(1)
    await node.kill()
  })
  expect(await Promise.all(answers)).toEqual(answers.map(() => undefined))
  await expect
    .poll(() => ground.rows("SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'"))
    .toEqual([])

  expect((await filesIn(dataDir)).coming).toHaveLength(stops.length + 2)
  expect(await expectWhole(scene, false)).toBe(0)
  await sweep(scene)
  await expectWhole(scene, true)
  const next = await startUploadNode({ ...scene.node, stops: [] })
  expect(await send(next, form)).toBe(201)
  await next.kill()
  await sweep(scene)
  expect(await expectWhole(scene, true)).toBe(2)
})
