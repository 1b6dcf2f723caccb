import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { root } from './places.mjs'
import { digestOf, onceFor } from './stamp.mjs'

test('work is done once for a digest, again for another one, and again after it was cut short', async () => {
  const stamp = `node_modules/.stamp-of-a-test-${process.pid}`
  onTestFinished(() => rmSync(join(root, stamp), { force: true }))
  const work = vi.fn(async () => undefined)
  await onceFor('a', stamp, work)
  await onceFor('a', stamp, work)
  expect(work).toHaveBeenCalledTimes(1)
  await onceFor('b', stamp, work)
  expect(work).toHaveBeenCalledTimes(2)
  await expect(onceFor('c', stamp, () => Promise.reject(new Error('cut short')))).rejects.toThrow('cut short')
  await onceFor('b', stamp, work)
  expect(work).toHaveBeenCalledTimes(3)
})

test('a digest is of names and contents', () => {
  expect(digestOf(['scripts/lib'])).toBe(digestOf(['scripts/lib']))
  expect(digestOf(['scripts/lib/stamp.mjs'])).not.toBe(digestOf(['scripts/lib/tally.mjs']))
  expect(digestOf(['scripts/lib', 'package.json'])).not.toBe(digestOf(['scripts/lib']))
})
