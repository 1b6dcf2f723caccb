import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '../lib/start-error.ts'
import { type EmbeddedPrograms, findPrograms, runProgram } from './embedded-programs.ts'

/** A made database folder: `DATA_DIR/postgres` with `data`, `password` and the server's `log`. */
export interface Cluster {
  programs: EmbeddedPrograms
  /** False: a crash may lose everything, as tests do not mind. */
  durable: boolean
  folder: string
  data: string
  password: string
}

export const clusterUser = 'bantin'

const draftPrefix = '.postgres-'

/** The cluster in `dataDir`, made on the first start. Throws StartError when the folder cannot be used. */
export async function ensureCluster(dataDir: string, durable: boolean): Promise<Cluster> {
  const programs = await findPrograms()
  const folder = join(dataDir, 'postgres')
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    if (!(await readPassword(folder))) await makeCluster(programs, dataDir, folder, durable)
    const password = await readPassword(folder)
    if (!password) throw new StartError(`${folder} holds no database of Bản Tin: move it away, or set DATA_DIR to another folder.`)
    return { programs, durable, folder, data: await realpath(join(folder, 'data')), password }
  } catch (error) {
    if (error instanceof StartError || !(error instanceof Error)) throw error
    throw new StartError(`The data folder ${dataDir} cannot be used (${error.message}): give it to this user, or set DATA_DIR.`)
  }
}

/** Connection string to one database of the cluster. */
export function clusterUrl(cluster: Cluster, port: number, database: string): string {
  return `postgres://${clusterUser}:${cluster.password}@127.0.0.1:${port}/${database}`
}

/** Made aside and renamed into place, so a killed start leaves no half-made database and of two racing starts one wins. */
async function makeCluster(programs: EmbeddedPrograms, dataDir: string, folder: string, durable: boolean): Promise<void> {
  await removeAbandonedDrafts(dataDir)
  const draft = join(dataDir, `${draftPrefix}${process.pid}`)
  try {
    await mkdir(draft, { mode: 0o700 })
    const passwordFile = join(draft, 'password')
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    const data = ['--pgdata', join(draft, 'data'), '--username', clusterUser, '--pwfile', passwordFile, '--auth=scram-sha-256']
    const text = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und']
    await runProgram(programs.initdb, [...data, ...text, '--no-instructions', durable ? '--sync-method=fsync' : '--no-sync'])
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
  }
}

/** Drafts carry the number of the process that makes them. */
async function removeAbandonedDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const maker = Number(name.startsWith(draftPrefix) ? name.slice(draftPrefix.length) : Number.NaN)
    if (Number.isInteger(maker) && !isAnotherAlive(maker)) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}

function isAnotherAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

async function readPassword(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, 'password'), 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))
