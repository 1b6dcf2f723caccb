import { readFileSync } from 'node:fs'

/**
 * Counts a run of vitest from its JSON report. Failed are also: a skipped test, a file that could not be run, a run that failed
 * without a failing test (an unhandled rejection), a run without any test, and a report that is not there.
 */
export function tallyOfRun(resultsFile, exitCode) {
  const report = readReport(resultsFile)
  if (!report) return { passed: 0, failed: 1 }
  const brokenFiles = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles.length
  const isBad = exitCode !== 0 || !report.success || report.numPassedTests === 0
  return { passed: report.numPassedTests, failed: isBad ? Math.max(failed, 1) : failed }
}

export function addTallies(tallies) {
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
