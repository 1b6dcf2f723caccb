import { expect, test } from 'vitest'
import { asksForPrivacy, noiseOf } from './screen.ts'

const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'

test.each([
  [{ 'user-agent': browser }, undefined],
  [{ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, 'bot'],
  [{ 'user-agent': 'curl/8.5.0' }, 'bot'],
  [{ 'user-agent': browser, 'sec-purpose': 'prefetch' }, 'prefetch'],
  [{ 'user-agent': browser, 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
  [{ 'user-agent': browser, purpose: 'prefetch' }, 'prefetch'],
])('the headers %j make the noise %j', (headers, noise) => {
  expect(noiseOf(headers)).toBe(noise)
})

test.each([
  [{}, false],
  [{ dnt: '0' }, false],
  [{ dnt: '1' }, true],
  [{ 'sec-gpc': '1' }, true],
])('the headers %j ask for privacy: %j', (headers, asked) => {
  expect(asksForPrivacy(headers)).toBe(asked)
})
