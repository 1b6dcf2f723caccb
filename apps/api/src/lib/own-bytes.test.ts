import { expect, test } from 'vitest'
import { ownBytes, ownText } from './own-bytes.ts'

test.each([0, 1, 20_000, 600_000])('a text of %i letters has its bytes for itself, whatever is written after it', (length) => {
  const text = 'ệ'.repeat(length)
  const bytes = ownText(text)
  ownText('x'.repeat(2000))
  expect(bytes.equals(Buffer.from(text))).toBe(true)
  expect(bytes.buffer.byteLength).toBe(bytes.length)
})

test('bytes out of a larger piece are copied out of it, others stay', () => {
  const piece = Buffer.from('a piece of something larger')
  const own = ownBytes(piece)
  expect([own.toString(), own.buffer.byteLength]).toEqual([piece.toString(), piece.length])
  expect(ownBytes(own)).toBe(own)
})
