import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { RefusedFile } from './refused-file.ts'

/** The parts of an Office file, unpacked. */
export type PackageParts = Map<string, Buffer>

const mostEntries = 2000
const mostBytes = 100_000_000
/** Markup takes many times its size while it is read. */
const mostMarkupBytes = 20_000_000
/** Nothing that Office writes is packed more tightly, but small parts that are all alike. */
const mostRatio = 250
const smallPart = 1_000_000

const damaged = 'It is damaged, or no file of an Office program.'

/**
 * Unpacks the file, counting what really comes out, whatever it says of itself. Throws `RefusedFile` for what is no archive, is encrypted,
 * unpacks to more than a document would, has names that lead out of it or one name twice, or declares entities, which the format forbids.
 */
export async function readPackage(path: string): Promise<PackageParts> {
  try {
    return await unpack(await openPromise(path))
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    throw unreadable(damaged)
  }
}

async function unpack(archive: ZipFile): Promise<PackageParts> {
  if (archive.entryCount > mostEntries) throw unreadable('It has more parts than a document.')
  const parts: PackageParts = new Map()
  const counted = { all: 0, markup: 0 }
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    if (parts.has(entry.fileName)) throw unreadable('It has two parts of one name.')
    parts.set(entry.fileName, await readPart(archive, entry, counted))
  }
  return parts
}

async function readPart(archive: ZipFile, entry: Entry, counted: { all: number; markup: number }): Promise<Buffer> {
  if (entry.isEncrypted()) throw unreadable('It is encrypted: save it without a password.')
  const isMarkup = /\.(?:xml|rels)$/i.test(entry.fileName)
  const chunks: Buffer[] = []
  let [bytes, sum] = [0, 0]
  for await (const chunk of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    sum = crc32(chunk, sum)
    counted.all += chunk.length
    if (isMarkup) counted.markup += chunk.length
    const isBomb = bytes > smallPart && bytes > entry.compressedSize * mostRatio
    if (counted.all > mostBytes || counted.markup > mostMarkupBytes || isBomb) throw unreadable('It unpacks to more than a document.')
  }
  if (sum !== entry.crc32) throw unreadable(damaged)
  const part = Buffer.concat(chunks)
  if (isMarkup && /<!(?:doctype|entity)/i.test(part.toString('latin1'))) throw unreadable('It declares entities.')
  return part
}

function unreadable(detail: string): RefusedFile {
  return new RefusedFile('file_unreadable', detail)
}
