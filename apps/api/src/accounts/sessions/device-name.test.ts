import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox · Windows'],
  ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36', 'Chrome · Android'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130 Safari/537.36 Edg/130',
    'Microsoft Edge · macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari · iOS',
  ],
])('%s is %s', (header, name) => expect(deviceName(header)).toBe(name))

test.each([undefined, '', ' ', 'curl/8.5.0', 'x', '%%%', '(('])('%j is no device that one would know', (header) => {
  expect(deviceName(header)).toBeNull()
})

test('what somebody made up is short and harmless', () => {
  expect(deviceName('<script>alert(1)</script>/1 (x)')).toBe('scriptalert(1)/script')
  expect((deviceName(`${'Ă'.repeat(5000)}/1 (x)`) ?? '').length).toBeLessThanOrEqual(100)
  expect(deviceName('a\u0000b\u001b[31m\ud800/1 (x)')).toBe('ab31m')
})
