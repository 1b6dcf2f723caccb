import { expect, test } from 'vitest'
import { readTargetUrl } from './target-url.ts'

const read = (url: string) => readTargetUrl(url, 'https://tin.example.gov.vn')

test.each([
  ['/don-vi', '/don-vi'],
  ['/tin tức?x=á#đầu', '/tin%20t%E1%BB%A9c?x=%C3%A1#%C4%91%E1%BA%A7u'],
  ['https://khac.example.gov.vn/a?b=1#c', 'https://khac.example.gov.vn/a?b=1#c'],
  ['HTTP://khac.example.gov.vn', 'http://khac.example.gov.vn/'],
  ['https://tên.example.vn/', 'https://xn--tn-eja.example.vn/'],
  ['https://tin.example.gov.vn/don-vi?x=1', '/don-vi?x=1'],
])('%s is a target, in the form of a header', (url, expected) => expect(read(url)).toBe(expected))

test.each([
  '//example.com',
  '/\\example.com',
  '\\\\example.com',
  '/.//example.com',
  '/x/..//example.com',
  '/%2e//example.com',
  '/\t/example.com',
  '/\n/example.com',
  'https://tin.example.gov.vn//example.com',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://tin.example.gov.vn/x',
  'ftp://example.com',
  'mailto:a@example.com',
  'https://user:password@example.com',
  'https://tin.example.gov.vn@example.com',
  'https:example.com',
  'https://',
  'don-vi',
  '?x=1',
  '#a',
  '',
])('%j is none', (url) => expect(read(url)).toBeUndefined())
