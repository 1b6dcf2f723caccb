import { expect, test } from 'vitest'
import { pageKey, pageReads } from './page-key.ts'

test('a page is the same whatever others have put behind its address', () => {
  for (const path of ['/', '/bai-viet/a', '/en/tim-kiem']) {
    expect(pageKey(`${path}?fbclid=1&utm_source=zalo`)).toBe(path)
    expect(pageKey(`${path}?`)).toBe(path)
  }
  expect(pageKey('/chuyen-muc/a?fbclid=1&sau=x_-9')).toBe('/chuyen-muc/a?sau=x_-9')
  expect(pageKey('/bai-viet/a?q=thi+dua&don-vi=b')).toBe('/bai-viet/a')
})

test('a search is told apart by its words and by all that narrows, orders or pages it, in whatever order that stands', () => {
  const all = ['q=thi+%C4%91ua', 'don-vi=a', 'chuyen-muc=b', 'nam=2021', 'tu=2021-01-01', 'den=2021-02-01', 'sap-xep=moi-nhat', 'sau=c']
  const whole = pageKey(`/tim-kiem?${all.join('&')}`)
  expect(whole).toBe(`/tim-kiem?${all.join('&')}`)
  expect(pageKey(`/tim-kiem?x=1&${all.toReversed().join('&')}`)).toBe(whole)
  const keys = all.map((left) => pageKey(`/tim-kiem?${all.filter((one) => one !== left).join('&')}`))
  expect(new Set([whole, ...keys]).size).toBe(all.length + 1)
  expect(pageKey('/tim-kiem?q=th%E1%BB%AD')).toBe(pageKey('/tim-kiem?q=thử&don-vi=&tu='))
  expect(pageKey('/tim-kiem?q=100%2525')).not.toBe(pageKey('/tim-kiem?q=100%25'))
})

test('a unit is told apart by the day and the year that are asked for, where they are any', () => {
  expect(pageKey('/en/don-vi/a?nam=2021&x=1&ngay=2021-12-28&sau=b')).toBe('/en/don-vi/a?sau=b&ngay=2021-12-28&nam=2021')
  for (const query of ['ngay=', 'ngay=hom-nay', 'nam=20211', `ngay=${'2'.repeat(300)}`, 'q=a'])
    expect([query, pageKey(`/don-vi/a?${query}`)]).toEqual([query, '/don-vi/a'])
  for (const path of ['/don-vi', '/nguoi/a', '/bai-viet/a']) expect(pageKey(`${path}?ngay=2021-12-28&nam=2021`)).toBe(path)
})

test('a key is never long, and what is no text in an address is one in the key', () => {
  const long = `q=${'😀'.repeat(9000)}&don-vi=${'a'.repeat(9000)}&sau=${'b'.repeat(9000)}`
  expect(pageKey(`/tim-kiem?${long}`).length).toBeLessThan(2600)
  expect(pageKey(`/chuyen-muc/a?${long}`)).toBe('/chuyen-muc/a')
  expect(pageKey('/tim-kiem?q=%E0%A4%A%00')).toBe('/tim-kiem?q=%EF%BF%BD%25A%00')
})

test('only a page of the search counts twice, however its address goes on', () => {
  const paths = ['/tim-kiem', '/en/tim-kiem?q=a', '/tim-kiem?q=a?b', '/', '/bai-viet/tim-kiem', '/chuyen-muc/a?q=/tim-kiem']
  expect(paths.map(pageReads)).toEqual([2, 2, 2, 1, 1, 1])
})
