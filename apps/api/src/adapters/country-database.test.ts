import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countryFile } from '../../test/country-file.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { StartError } from '../lib/start-error.ts'
import { openCountryDatabase } from './country-database.ts'

const known = countryFile({ '203.162.0.0/16': 'VN', '198.51.100.0/24': 'FR', '2001:ee0::/32': 'VN', '192.0.2.0/25': 'x1' })

function fileWith(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'quốc gia.mmdb')
  writeFileSync(path, bytes)
  return path
}

test('the country of an address is two letters, of IPv4 and IPv6, and null where nobody knows', async () => {
  const countryOf = await openCountryDatabase(fileWith(known))
  for (let again = 0; again < 2; again++)
    expect(['203.162.4.1', '198.51.100.255', '2001:ee0:1::1'].map(countryOf)).toEqual(['VN', 'FR', 'VN'])
  expect(['203.163.0.1', '198.51.101.0', '2001:ee1::1', '::1', '192.0.2.1'].map(countryOf)).toEqual([null, null, null, null, null])
})

test('without a file no country is known', async () => {
  expect((await openCountryDatabase(undefined))('203.162.4.1')).toBeNull()
})

test.each([
  ['no file', () => join(temporaryFolder(), 'none'), /^COUNTRY_DATABASE: .*none cannot be read \(ENOENT\): [^\n]+$/],
  ['a folder', () => temporaryFolder(), /^COUNTRY_DATABASE: .* cannot be read \(EISDIR\): [^\n]+$/],
  ['an empty file', () => fileWith(Buffer.alloc(0)), /^COUNTRY_DATABASE: .*mmdb is damaged, or no file in MaxMind's format: [^\n]+$/],
  ['another file', () => fileWith(Buffer.from('network,country\n203.162.0.0/16,VN\n')), /is damaged/],
  ['half a file', () => fileWith(known.subarray(0, known.length / 2)), /is damaged/],
  ['a file without its beginning', () => fileWith(known.subarray(known.length - 200)), /is damaged/],
  [
    'a file of networks’ owners',
    () => fileWith(countryFile({ '203.162.0.0/16': 'VN' }, 'Test-ASN')),
    /is a file of another kind \(Test-ASN\)/,
  ],
])('%s ends the start in one line', async (_name, path, message) => {
  const failure = await openCountryDatabase(path()).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(StartError)
  expect((failure as Error).message).toMatch(message)
})
