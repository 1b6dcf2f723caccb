import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programFile } from './package-scripts.mjs'
import { node, root } from './places.mjs'
import { run } from './processes.mjs'

/** Runs all tests once, showing them in the terminal, and writes vitest's JSON report to `results`. */
export function runVitest(results) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
  return run(node, [programFile(root, manifest, 'vitest'), 'run', ...reports], { cwd: root, terminal: true })
}
