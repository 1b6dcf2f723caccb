import { expect, test } from 'vitest'
import { linkPageOf } from './link-pages.ts'

test.each([
  ['/xem-truoc/abc', 'preview'],
  ['/en/xem-truoc/abc/', 'preview'],
  ['/xem-truoc?x=1', 'preview'],
  ['/y-kien/abc?x=1', 'opinion'],
  ['/en/y-kien', 'opinion'],
  ['/bai-viet/xem-truoc', undefined],
  ['/xem-truoc-bai/abc', undefined],
  ['/en', undefined],
])('the path %s carries the secret of: %s', (path, page) => {
  expect(linkPageOf(path)).toBe(page)
})
