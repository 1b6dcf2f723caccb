import { expect, test } from 'vitest'
import { readReferrer } from './referrer.ts'

const own = ['portal.example.gov.vn', 'localhost:3000']

test.each([
  [undefined, { isOwn: false, host: null }],
  ['', { isOwn: false, host: null }],
  ['not an address', { isOwn: false, host: null }],
  ['https://www.google.com/search?q=thi+dua', { isOwn: false, host: 'www.google.com' }],
  ['android-app://com.google.android.gm/', { isOwn: false, host: 'com.google.android.gm' }],
  ['https://PORTAL.example.gov.vn/bai-viet', { isOwn: true, host: null }],
  ['http://portal.example.gov.vn:8080/', { isOwn: true, host: null }],
  ['http://localhost:3000/', { isOwn: true, host: null }],
  ['http://localhost:4000/', { isOwn: false, host: 'localhost' }],
  ['https://portal.example.gov.vn.attacker.test/', { isOwn: false, host: 'portal.example.gov.vn.attacker.test' }],
  ['https://user:secret@other.test:8443/page?token=1', { isOwn: false, host: 'other.test' }],
])('the referrer %j is read as %j', (referrer, expected) => {
  expect(readReferrer(referrer, own)).toEqual(expected)
})
