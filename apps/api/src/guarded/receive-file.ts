import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ProblemError } from '../errors.ts'

/** A file that came in, in a folder of its own for as long as it is worked on. */
export interface ReceivedFile {
  path: string
  sha256: string
  bytes: number
}

/**
 * Writes what comes in into a temporary file below `folder`, counting and hashing on the way, has it worked on, and removes it whatever
 * happens. Throws `file_too_large` for more than `limit`, of which nothing is written, and `file_unreadable` for nothing at all.
 */
export async function withReceived<T>(
  { folder, limit }: { folder: string; limit: number },
  stream: Readable,
  work: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `upload-${randomUUID()}`)
  try {
    return await work({ path, ...(await write(stream, path, limit)) })
  } finally {
    await rm(path, { force: true })
  }
}

async function write(stream: Readable, path: string, limit: number): Promise<Omit<ReceivedFile, 'path'>> {
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      // Read to its end, or to where whoever sends it is cut off: a file that is destroyed takes those behind it with it.
      if (bytes > limit) done()
      else done(null, chunk)
    },
  })
  await pipeline(stream, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  if (bytes > limit) throw tooLarge(limit)
  if (bytes === 0) throw new ProblemError('file_unreadable', { detail: 'The file is empty.' })
  return { sha256: hash.digest('hex'), bytes }
}

function tooLarge(limit: number): ProblemError {
  return new ProblemError('file_too_large', { detail: `A file may have ${Math.floor(limit / 1_000_000)} MB.` })
}
