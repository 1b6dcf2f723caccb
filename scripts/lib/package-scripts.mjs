import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node, root } from './places.mjs'
import { run } from './processes.mjs'

/**
 * Runs a script of a package.json, plain programs joined by `&&`, on the repository's own Node and without a shell or pnpm between.
 * Resolves like `run`, with the output of all parts up to the first that fails.
 */
export async function runPackageScript(folder, name) {
  const cwd = join(root, folder)
  const manifest = readJson(join(cwd, 'package.json'))
  let said = ''
  for (const part of manifest.scripts[name].split('&&')) {
    const [program, ...args] = part.trim().split(/\s+/)
    const { code, output } = await run(node, [programFile(cwd, manifest, program), ...args], { cwd })
    said += output
    if (code !== 0) return { code, output: said }
  }
  return { code: 0, output: said }
}

/** The file behind a program of one of the package's dependencies. */
export function programFile(cwd, manifest, program) {
  for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const folder = join(cwd, 'node_modules', dependency)
    const { bin, name } = readJson(join(folder, 'package.json'))
    const file = typeof bin === 'string' ? (name === program ? bin : undefined) : bin?.[program]
    if (file) return join(folder, file)
  }
  throw new Error(`No dependency of ${cwd} has the program ${program}.`)
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
