import { expect, test } from 'vitest'
import { plainAddress } from './plain-address.ts'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7:4711 ', '203.0.113.7'],
  ['[203.0.113.7]:4711', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['[::FFFF:203.0.113.7]:4711', '203.0.113.7'],
  ['2001:DB8:0:0::0001', '2001:db8::1'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['[fe80::1%anything:at all]:1', 'fe80::1'],
])('%j is %s', (written, address) => expect(plainAddress(written)).toBe(address))

test.each([
  '',
  'unknown',
  '_hidden',
  '203.0.113',
  '203.0.113.7:',
  '203.0.113.7:x',
  '0x7f.1',
  '203.0.113.07',
  '1',
  'a::b::c',
  '[]',
  '[x]:1',
  '203.0.113.7\n8',
])('%j is no address', (written) => expect(plainAddress(written)).toBeUndefined())
