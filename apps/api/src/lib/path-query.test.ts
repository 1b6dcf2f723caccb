import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeOnce, readPathQuery } from './path-query.ts'

describe('an address without its host', () => {
  test.each([
    [
      'as an editor writes it and as a browser sends it',
      '/tin-tức/Bài viết.aspx?tên=á b',
      '/tin-t%E1%BB%A9c/B%C3%A0i%20vi%E1%BA%BFt.aspx?t%C3%AAn=%C3%A1%20b',
    ],
    ['with small and large hexadecimal digits', '/%c3%a1?x=%c3%a1', '/%C3%A1?x=%C3%A1'],
    ['with plain letters encoded or not', '/%6Eews%2dpage?%69d=5', '/news-page?id=5'],
    ['with brackets and bars, which some clients encode', '/a?x[0]=1|2', '/a?x%5B0%5D=1%7C2'],
    ['with dots', '/tin/../bai/./1', '/bai/1'],
    ['with a slash at its end', '/tin-tuc/?id=5', '/tin-tuc?id=5'],
    ['with an empty query', '/tin-tuc?', '/tin-tuc'],
    ['with a percent sign that encodes nothing', '/50%-giam?x=%u1EBB', '/50%25-giam?x=%25u1EBB'],
  ])('%s has one form', (_name, one, other) => {
    expect(readPathQuery(one)?.whole).toBe(other)
    expect(readPathQuery(other)?.whole).toBe(other)
  })

  test('what differs in meaning stays apart', () => {
    const addresses = ['/a', '/A', '/a?x=1', '/a?x=2', '/a?X=1', '/a%2Fb', '/a/b', '/a?x=1%262', '/a?x=1&2', '/a?x=+', '/a?x=%20']
    expect(new Set(addresses.map((address) => readPathQuery(address)?.whole)).size).toBe(addresses.length)
  })

  test('has its path apart from its query', () => {
    expect(readPathQuery('/tin.aspx?id=5')).toEqual({ path: '/tin.aspx', whole: '/tin.aspx?id=5' })
    expect(readPathQuery('//')).toEqual({ path: '/', whole: '/' })
  })

  test('begins with a slash, or is none', () => {
    for (const address of ['', 'tin', 'http://example.com/', '?x=1', '*']) expect(readPathQuery(address)).toBeUndefined()
  })

  test('in its one form stays as it is, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { path, whole } = readPathQuery(`/${text}`) ?? { path: '', whole: '' }
        expect(readPathQuery(whole)).toEqual({ path, whole })
        expect(whole).toMatch(/^\/[\x21-\x7E]*$/)
        expect(encodeOnce(whole)).toBe(whole)
      }),
    )
  })
})
