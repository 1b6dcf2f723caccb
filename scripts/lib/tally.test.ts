import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addTallies, tallyOfRun } from './tally.mjs'

const green = { success: true, numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }

test('passed and failed tests are counted, and the checks beside them', () => {
  expect(tally(green, 0)).toEqual({ passed: 3, failed: 0 })
  expect(tally({ ...green, success: false, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2 })
  expect(
    addTallies([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
      { passed: 3, failed: 2 },
    ]),
  ).toEqual({ passed: 4, failed: 3 })
})

test('a skipped test and one still to be written count as failed', () => {
  expect(tally({ ...green, numPendingTests: 1, numTodoTests: 1 }, 0)).toEqual({ passed: 3, failed: 2 })
})

test('a file that could not be run counts as failed', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(tally({ ...green, success: false, testResults }, 1)).toEqual({ passed: 3, failed: 1 })
})

test('a run that fails without a failing test, has no test or leaves no report is a failure', () => {
  expect(tally(green, 1)).toEqual({ passed: 3, failed: 1 })
  expect(tally({ ...green, numPassedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(tallyOfRun('/nowhere/results.json', 0)).toEqual({ passed: 0, failed: 1 })
})

function tally(report: object, exitCode: number) {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'results.json'), JSON.stringify(report))
  return tallyOfRun(join(folder, 'results.json'), exitCode)
}
