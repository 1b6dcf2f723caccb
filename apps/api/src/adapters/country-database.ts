import { readFile } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import { LRUCache } from 'lru-cache'
import { type CountryResponse, Reader } from 'mmdb-lib'
import { StartError } from '../lib/start-error.ts'

/** In which country an address is, by two letters (ISO 3166-1); null where nobody knows. */
export type CountryOf = (address: string) => string | null

/**
 * Reads a file in the format of MaxMind once, with a record of GeoLite2 Country for each network (that of cities has more, and will do).
 * Without a path no country is known. Throws StartError with one line when it cannot be read or is something else.
 */
export async function openCountryDatabase(path: string | undefined): Promise<CountryOf> {
  if (path === undefined) return () => null
  const reader = readerOf(await readBytes(path), path)
  return (address) => {
    // A file of IPv4 alone would take the first bits of a longer address for another one.
    if (reader.metadata.ipVersion === 4 && isIPv6(address)) return null
    const code = reader.get(address)?.country?.iso_code
    return code && /^[A-Z]{2}$/.test(code) ? code : null
  }
}

async function readBytes(path: string): Promise<Buffer> {
  return await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`COUNTRY_DATABASE: ${path} cannot be read (${error.code}): give the path of a file of countries, or none.`)
  })
}

function readerOf(bytes: Buffer, path: string): Reader<CountryResponse> {
  const reader = openedOf(bytes, path)
  const { databaseType } = reader.metadata
  // One of networks' owners, say, has the same format and no country in it.
  if (/country|city|enterprise/i.test(databaseType)) return reader
  throw new StartError(`COUNTRY_DATABASE: ${path} is a file of another kind (${databaseType}): take one of countries.`)
}

/** With a look-up in both families: what is cut off or mixed up would come out with a reader's first hit. */
function openedOf(bytes: Buffer, path: string): Reader<CountryResponse> {
  try {
    // Of records, not of addresses: a country's is read once, with its names in eight languages.
    const reader = new Reader<CountryResponse>(bytes, { cache: new LRUCache({ max: 5000 }) })
    reader.get('203.162.0.1')
    if (reader.metadata.ipVersion === 6) reader.get('2001:ee0::1')
    return reader
  } catch {
    throw new StartError(`COUNTRY_DATABASE: ${path} is damaged, or no file in MaxMind's format: fetch it anew.`)
  }
}
