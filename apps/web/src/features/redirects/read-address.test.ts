import { expect, test } from 'vitest'
import { readOldAddress, sayTarget } from './read-address.ts'

test.each([
  ['https://cu.example.gov.vn/tin-tuc/chi-tiet.aspx?id=15#binh-luan', '/tin-tuc/chi-tiet.aspx?id=15'],
  ['HTTP://cu.example.gov.vn:8080/a/b', '/a/b'],
  ['//cu.example.gov.vn/a', '/a'],
  ['cu.example.gov.vn/a?x=1', '/a?x=1'],
  ['  /tin-tuc/15.html ', '/tin-tuc/15.html'],
  ['chi-tiet.aspx?id=15', '/chi-tiet.aspx?id=15'],
  ['tin-tuc/15.html', '/tin-tuc/15.html'],
  ['?p=15', '/?p=15'],
  ['https://cu.example.gov.vn', '/'],
  ['https://cu.example.gov.vn?p=15', '/?p=15'],
  ['/tin?xem=https://khac.vn/a', '/tin?xem=https://khac.vn/a'],
  ['https://cu.example.gov.vn\\tin\\15.html', '/tin/15.html'],
  ['/tin tức/Đề án', '/tin tức/Đề án'],
  ['/%C4%90%E1%BB%81', '/%C4%90%E1%BB%81'],
  ['   ', ''],
])('%s is %s', (pasted, address) => expect(readOldAddress(pasted)).toBe(address))

test('a place of our own is read without our host, another with its own', () => {
  expect(sayTarget(`${window.location.origin}/bai-viet/a`)).toBe('/bai-viet/a')
  expect(sayTarget('https://khac.example/a')).toBe('https://khac.example/a')
})
