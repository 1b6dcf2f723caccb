// `npm test`: all checks and all tests, closed by one line that counts them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from './lib/main.mjs'
import { runPackageScript } from './lib/package-scripts.mjs'
import { buildWeb, install } from './lib/prepare.mjs'
import { isEnding } from './lib/processes.mjs'
import { addTallies, tallyOfRun } from './lib/tally.mjs'
import { runVitest } from './lib/vitest.mjs'

await main(async () => {
  await install()
  await buildWeb()
  // Two lanes for two cores: the checks are the shorter one.
  const [checks, tests] = await Promise.all([inTurn(['types', 'lint', 'law']), allTests()])
  if (isEnding()) return 130
  const { passed, failed } = addTallies([...checks, tests])
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && tests.passed > 0 ? 0 : 1
})

async function inTurn(names) {
  const tallies = []
  for (const name of names) {
    if (isEnding()) return tallies
    const { code, output } = await runPackageScript('.', `check:${name}`)
    console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output.trimEnd()}`)
    tallies.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })
  }
  return tallies
}

async function allTests() {
  const folder = mkdtempSync(join(tmpdir(), 'bantin-results-'))
  try {
    const results = join(folder, 'results.json')
    const { code } = await runVitest(results)
    return tallyOfRun(results, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
