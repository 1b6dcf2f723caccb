import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { folderMediaStore } from '../../apps/api/src/adapters/folder-media-store.ts'
import type { MediaStore } from '../../apps/api/src/adapters/media-store.ts'
import { buildApp } from '../../apps/api/src/app.ts'
import { openDatabase } from '../../apps/api/src/db/client.ts'
import { testConfig } from '../../apps/api/test/test-app.ts'
import type { Reporter } from './reporter.ts'

/** Where an upload stops for good, in a process of its own. */
export type StoreStep = 'before the original' | 'in the original' | 'after the original' | 'in the rendering' | 'after the rendering'

/** What the process is told by its first argument, as JSON. */
export interface UploadNode {
  databaseUrl: string
  dataDir: string
  reporter: Reporter
  /** Where the first upload stops, where the second; the others do not. */
  stops: StoreStep[]
}

const { databaseUrl, dataDir, reporter, stops } = JSON.parse(process.argv[2] ?? '') as UploadNode
const database = await openDatabase({ url: databaseUrl, onError: () => undefined })
const mediaStore = stopping(folderMediaStore(join(dataDir, 'media')))
const app = await buildApp({ config: { ...testConfig, dataDir }, database, mediaStore })
const url = await app.listen({ port: 0, host: '127.0.0.1' })
const token = app.accessTokens.sign({ ...reporter, issuedAt: Math.floor(Date.now() / 1000) })
// It is going to be killed, and whatever comes after it need not be compiled once more.
flushCompileCache()
process.send?.({ url, authorization: `Bearer ${token}` })
process.once('disconnect', () => process.exit())

function stopping(store: MediaStore): MediaStore {
  const stopOf = new Map<string, StoreStep>()
  const stopIf = async (key: string, step: StoreStep) => {
    if (stopOf.get(idOf(key)) !== step) return
    process.send?.({ step })
    await (step.startsWith('in ') ? store.putFile(key, endless()) : new Promise(() => undefined))
  }
  return {
    ...store,
    putFile: async (key, path) => {
      const stop = stops.shift()
      if (stop) stopOf.set(idOf(key), stop)
      await stopIf(key, 'before the original')
      await stopIf(key, 'in the original')
      await store.putFile(key, path)
      await stopIf(key, 'after the original')
    },
    put: async (key, bytes) => {
      await stopIf(key, 'in the rendering')
      await store.put(key, bytes)
      await stopIf(key, 'after the rendering')
    },
  }
}

function idOf(key: string): string {
  return key.split('/')[0] ?? ''
}

/** A file that gives a few bytes and then no end. */
function endless(): string {
  const path = join(mkdtempSync(join(dataDir, 'endless-')), 'pipe')
  execFileSync('mkfifo', [path])
  const end = openSync(path, 'r+')
  writeSync(end, 'the first bytes')
  process.once('exit', () => closeSync(end))
  return path
}
