import { expect, test } from 'vitest'
import { mirrorPath, sitePaths, splitLocale } from './paths.ts'

test('every path has its mirror under /en, and leads back', () => {
  const [vi, en] = [sitePaths('vi'), sitePaths('en')]
  const pairs = [
    [vi.home, en.home],
    [vi.units, en.units],
    [vi.article('a'), en.article('a')],
    [vi.category('a'), en.category('a')],
    [vi.tag('a'), en.tag('a')],
    [vi.unit('a'), en.unit('a')],
    [vi.author('a'), en.author('a')],
  ] as const
  for (const [plain, mirrored] of pairs) {
    expect(mirrorPath(plain, 'en')).toBe(mirrored)
    expect(mirrorPath(mirrored, 'vi')).toBe(plain)
    expect(splitLocale(mirrored)).toEqual({ locale: 'en', path: plain })
    expect(splitLocale(plain)).toEqual({ locale: 'vi', path: plain })
  }
})

test('a path that only begins like the prefix is Vietnamese', () => {
  expect(splitLocale('/english')).toEqual({ locale: 'vi', path: '/english' })
})
