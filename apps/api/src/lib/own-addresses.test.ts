import { expect, test } from 'vitest'
import { isOwnPath, slugPageOf } from './own-addresses.ts'

test.each([
  '/',
  '/en',
  '/don-vi',
  '/en/don-vi',
  '/tim-kiem',
  '/en/tim-kiem',
  '/dang-nhap',
  '/dang-nhap/mat-khau',
  '/ban-bien-tap',
  '/ban-bien-tap/bai/1',
  '/api',
  '/api/v1/site',
  '/media/x',
  '/assets/a.js',
  '/docs',
  '/openapi.json',
  '/robots.txt',
  '/opensearch.xml',
  '/sitemap-news.xml',
  '/xem-truoc/x',
  '/en/y-kien/x',
])('%s is ours, whatever is published', (path) => expect(isOwnPath(path)).toBe(true))

test.each([
  '/index.php',
  '/sitemap.html',
  '/apis',
  '/ban-bien-tap-cu',
  '/enx',
  '/don-vi/so-noi-vu',
  '/tim-kiem/a',
  '/bai-viet',
  '/tin-tuc/1',
])('%s is not', (path) => expect(isOwnPath(path)).toBe(false))

test('a page of something with a slug is told from every other, in both languages', () => {
  expect(slugPageOf('/bai-viet/mot-bai')).toEqual({ page: 'bai-viet', slug: 'mot-bai' })
  expect(slugPageOf('/en/the/xa-hoi')).toEqual({ page: 'the', slug: 'xa-hoi' })
  for (const path of ['/bai-viet', '/bai-viet/Mot_Bai', '/bai-viet/a/b', '/tin-tuc/mot-bai']) expect(slugPageOf(path)).toBeUndefined()
})
