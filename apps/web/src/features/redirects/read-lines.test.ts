import { describe, expect, test } from 'vitest'
import { inPortions, readLines } from './read-lines.ts'

const redirectOf = (text: string) => readLines(text)[0]?.redirect

describe('a pasted line', () => {
  test.each([
    ['a tab', '/a.aspx?id=1\t/bai-viet/a', '/a.aspx?id=1', '/bai-viet/a'],
    ['a semicolon', '/a.aspx?id=1;/bai-viet/a', '/a.aspx?id=1', '/bai-viet/a'],
    ['spaces around', ' /a ; https://moi.example/a ', '/a', 'https://moi.example/a'],
    ['semicolons inside the addresses', '/a;jsessionid=9?id=1;https://moi.example/b;c', '/a;jsessionid=9?id=1', 'https://moi.example/b;c'],
    ['the quotes of a spreadsheet', '"https://cu.example/a?x=1"\t"/b"', '/a?x=1', '/b'],
    ['quotes and a semicolon', '"/a";"/b"', '/a', '/b'],
  ])('with %s', (_name, text, fromPathQuery, url) => expect(redirectOf(text)).toEqual({ fromPathQuery, url }))

  test.each(['/a', '/a;', '/a;b', '\t/b', '/a\t', ';/b'])('%j has not both', (text) => expect(redirectOf(text)).toBeNull())

  test('is counted as it stands in the list, empty ones too', () => {
    const lines = readLines('\n/a;/b\r\n\r\n  \n/c\t/d\n')
    expect(lines.map(({ number, text }) => [number, text])).toEqual([
      [2, '/a;/b'],
      [5, '/c\t/d'],
    ])
  })
})

describe('portions', () => {
  const lines = (count: number, url: string) => Array.from({ length: count }, (_, i) => ({ redirect: { fromPathQuery: `/a${i}`, url } }))

  test('hold all lines in their order, at most a thousand each', () => {
    const all = lines(2001, '/b')
    const portions = inPortions(all)
    expect(portions.map(({ length }) => length)).toEqual([1000, 1000, 1])
    expect(portions.flat()).toEqual(all)
    expect(inPortions([])).toEqual([])
  })

  test('of long addresses stay below what the API reads', () => {
    const portions = inPortions(lines(1000, `/${'đ'.repeat(1900)}`))
    expect(portions.length).toBeGreaterThan(1)
    for (const portion of portions) {
      const body = JSON.stringify({ redirects: portion.map(({ redirect }) => redirect) })
      expect(new TextEncoder().encode(body).length).toBeLessThan(1024 * 1024)
    }
  })
})
