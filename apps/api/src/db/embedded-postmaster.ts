import { execFile } from 'node:child_process'
import { readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Cluster } from './embedded-cluster.ts'
import { runProgram } from './embedded-programs.ts'

/** What `postmaster.pid` says of a server that is alive; `port` is missing in its first moments. */
export interface Postmaster {
  pid: number
  port: number | undefined
}

/** The cluster's live server, or undefined. A file left by a dead one, its number perhaps another program's by now, is told apart. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const lines = await readLockFile(cluster)
  const pid = Number(lines?.[0])
  if (!Number.isInteger(pid) || !(await worksIn(pid, cluster.data))) return undefined
  const port = Number(lines?.[3])
  return { pid, port: port > 0 ? port : undefined }
}

/**
 * PostgreSQL takes any living process with the number in a left-over `postmaster.pid` for a server and refuses to start. Our own number
 * (it knows its parent is none) lets it pass, and the rest of the file still lets it look for survivors in shared memory.
 */
export async function forgetDeadPostmaster(cluster: Cluster): Promise<void> {
  const lines = await readLockFile(cluster)
  if (!lines || (await findPostmaster(cluster))) return
  await writeFile(join(cluster.data, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'))
}

/** Ends sessions, writes a checkpoint and waits until the server is gone. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  if (!(await findPostmaster(cluster))) return
  await runProgram(cluster.programs.pgCtl, ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', '120', '-s'])
}

async function readLockFile(cluster: Cluster): Promise<string[] | undefined> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => undefined)
  return text?.split('\n')
}

/** A server's working directory is its data folder. */
async function worksIn(pid: number, data: string): Promise<boolean> {
  try {
    if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`)) === data
    const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command='])
    return stdout.includes(data)
  } catch {
    return false
  }
}
