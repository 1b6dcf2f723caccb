import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of the running test's own, gone after it; its path has a space and a letter outside ASCII on purpose. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bản tin '))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
