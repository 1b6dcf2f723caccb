import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject, onTestFinished } from 'vitest'
import { folderMediaStore } from '../../apps/api/src/adapters/folder-media-store.ts'
// What the run provides.
import type {} from '../../apps/api/test/global-setup.ts'
import type { UploadNode } from './upload-node.ts'

export interface RunningNode {
  url: string
  /** Of the reporter. */
  authorization: string
  /** Resolves when the next upload is where it was to stop. */
  stopped(): Promise<unknown>
  /** As power loss would. */
  kill(): Promise<void>
}

const script = fileURLToPath(new URL('./upload-node.ts', import.meta.url))

/** A process that serves the application, in which uploads stop where they are told; it ends with the test. */
export async function startUploadNode(node: UploadNode): Promise<RunningNode> {
  const env = { NODE_COMPILE_CACHE: inject('compiledCode') }
  const child = fork(script, [JSON.stringify(node)], { env, execArgv: [] })
  const exited = once(child, 'exit')
  onTestFinished(() => killed(child, exited))
  const ended = exited.then(() => Promise.reject(new Error('The process ended.')))
  const [found] = (await Promise.race([once(child, 'message'), ended])) as [Pick<RunningNode, 'url' | 'authorization'>]
  ended.catch(() => undefined)
  return { ...found, stopped: () => once(child, 'message'), kill: () => killed(child, exited) }
}

async function killed(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL')
  await exited
}

/** Everything that lies in the store, and what lies where files come in. */
export async function filesIn(dataDir: string): Promise<{ stored: string[]; coming: string[] }> {
  const stored: string[] = []
  for await (const { key } of folderMediaStore(join(dataDir, 'media')).list()) stored.push(key)
  return { stored: stored.sort(), coming: await readdir(join(dataDir, 'uploads')).catch(() => []) }
}
