import { describe, expect, test } from 'vitest'
import { slugCandidate, slugOf } from './slug.ts'

describe('slugOf', () => {
  test.each([
    ['Khối Thi đua Tổng hợp tổng kết năm 2021', 'khoi-thi-dua-tong-hop-tong-ket-nam-2021'],
    ['  Đ/c Bí thư – “Ủy ban”… ', 'd-c-bi-thu-uy-ban'],
    ['13/2023/NĐ-CP', '13-2023-nd-cp'],
    ['???', 'bai-viet'],
    ['01A20941 b850-7500-9031-580f91db030e', 'bai-viet-01a20941-b850-7500-9031-580f91db030e'],
  ])('of %s', (title, slug) => expect(slugOf(title)).toBe(slug))

  test('is cut at a word, at most 80 characters', () => {
    const slug = slugOf('tổng kết '.repeat(30))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug).toMatch(/^(tong-ket-)+tong(-ket)?$/)
  })

  test('is cut inside a word only when there is no other place', () => expect(slugOf('a'.repeat(100))).toBe('a'.repeat(80)))
})

test('titles that fold alike get a number', () => {
  expect(slugOf('Tỉnh')).toBe(slugOf('Tính'))
  expect([1, 2, 3].map((n) => slugCandidate('Tỉnh', n))).toEqual(['tinh', 'tinh-2', 'tinh-3'])
})
