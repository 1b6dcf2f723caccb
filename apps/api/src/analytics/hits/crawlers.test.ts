import crawlers from 'crawler-user-agents'
import UserAgent from 'user-agents'
import { describe, expect, test } from 'vitest'
import { noiseOf } from './screen.ts'

/** Listed as crawlers, and readers all the same: apps in which a link opens, and a browser that makes an app of one site. */
const readersAllTheSame = new Set(['AP3A\\.240617\\.008', 'MetaIAB Facebook', 'Fluid'])

/** What people here read with, beside the browsers that are everywhere. */
const readHere = {
  'Cốc Cốc':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/131.0.260 Chrome/131.0.6778.260 Safari/537.36',
  'Zalo on Android':
    'Mozilla/5.0 (Linux; Android 14; SM-A155F Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.102 Mobile Safari/537.36 Zalo android/12110812 ZaloTheme/light ZaloLanguage/vi',
  'Zalo on iOS':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/630 ZaloTheme/light ZaloLanguage/vn',
  'Facebook on Android':
    'Mozilla/5.0 (Linux; Android 13; V2207 Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/129.0.6668.100 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/486.0.0.66.70;IABMV/1;]',
  'Facebook on iOS':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.32.109;FBBV/618934500;FBDV/iPhone12,1;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/2;FBCR/;FBID/phone;FBLC/vi_VN;FBOP/80]',
  'Samsung Internet':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36',
  'Opera Mini': 'Opera/9.80 (Android; Opera Mini/7.6.40234/191.307; U; vi) Presto/2.12.423 Version/12.16',
  'a phone called Cubot':
    'Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
}

const isBot = (userAgent: string) => noiseOf({ 'user-agent': userAgent }) === 'bot'

describe('of the user agents that are published', () => {
  test('no crawler counts', () => {
    const listed = crawlers.flatMap(({ pattern, instances }) => (readersAllTheSame.has(pattern) ? [] : instances))
    expect(listed.length).toBeGreaterThan(2000)
    expect(listed.filter((userAgent) => !isBot(userAgent))).toEqual([])
  })

  test('those that are listed as crawlers and are readers count', () => {
    const listed = crawlers.filter(({ pattern }) => readersAllTheSame.has(pattern)).flatMap(({ instances }) => instances)
    expect(listed.filter((userAgent) => !isBot(userAgent))).toHaveLength(readersAllTheSame.size)
  })

  test('at most a thousandth of browsers is dropped, weighted by how many people have them', () => {
    const browsers = UserAgent.top(10_000)
    expect(browsers).toHaveLength(10_000)
    const share = (of: typeof browsers) => of.reduce((sum, { weight }) => sum + weight, 0)
    expect(share(browsers.filter(({ userAgent }) => isBot(userAgent))) / share(browsers)).toBeLessThanOrEqual(0.001)
  })
})

test.each(Object.entries(readHere))('%s is a reader', (_name, userAgent) => {
  expect(isBot(userAgent)).toBe(false)
})
