import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { runPackageScript } from './package-scripts.mjs'
import { compiled, root } from './places.mjs'
import { isEnding, run } from './processes.mjs'
import { digestOf, onceFor } from './stamp.mjs'

/** A step that failed; its message is for the person at the terminal. */
export class StepError extends Error {}

/** Installs what pnpm-lock.yaml names, unless that was done. Needs the network only then. */
export async function install() {
  const manifests = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  )
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'e2e/package.json', ...manifests]
  await onceFor(digestOf(files.filter((file) => existsSync(join(root, file)))), 'node_modules/.bantin-installed', async () => {
    // Of files that may be there no more.
    rmSync(compiled, { recursive: true, force: true })
    const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    console.log('Installing …')
    const args = ['--yes', packageManager, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false']
    const result = await run('npx', args, { cwd: root, env: machineEnvironment(), group: true })
    if (result.code !== 0 && !isEnding()) refuseUnwritableHome()
    check(result, 'The installation failed.')
  })
}

/** Builds the site and the desk, unless their sources are those of the last build. */
export async function buildWeb() {
  const sources = ['apps/web', 'packages/shared', 'pnpm-lock.yaml', 'tsconfig.base.json']
  await onceFor(digestOf(sources), 'apps/web/dist/.built-from', async () => {
    console.log('Building the web …')
    check(await runPackageScript('apps/web', 'build'), 'The web could not be built.')
  })
}

/** Without the programs of node_modules, which npm puts first: the Node among them is one of the things to be installed. */
function machineEnvironment() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
  return { ...process.env, PATH: path.join(delimiter) }
}

function check({ code, output }, message) {
  if (isEnding()) throw new StepError('Ended by a signal.')
  if (code !== 0) throw new StepError(`${output.trimEnd()}\n${message}`)
}

/** The usual cause under service accounts, and hard to see in what npm says of it. */
function refuseUnwritableHome() {
  try {
    accessSync(homedir(), constants.W_OK)
  } catch {
    throw new StepError(
      `The installation keeps its downloads in the home folder, and ${homedir()} cannot be written: set HOME to one that can.`,
    )
  }
}
