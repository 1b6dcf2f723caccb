import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './places.mjs'

test('a start, the image and what is measured give Node the same flags', () => {
  const flagsOf = (file: string) => readFileSync(join(root, file), 'utf8').match(/(?<=['"])--[a-z-]+(=\d+)?(?=['"])/g)
  const flags = flagsOf('scripts/lib/application.mjs')
  expect(flags).toContain('--max-old-space-size=320')
  expect(flagsOf('Dockerfile')).toEqual(flags)
  expect(flagsOf('bench/lib/app-process.ts')).toEqual(flags)
})
