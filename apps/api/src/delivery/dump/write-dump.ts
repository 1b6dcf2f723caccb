import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { DumpHeader } from '@bantin/shared/dump'
import type { DeliveryDb } from '../../db/client.ts'
import { readStanding, type Standing } from './dump.queries.ts'

/** All articles as JSON texts, some at a time. They are another feature's, so this one is handed to it. */
export type ReadAllArticles = (db: DeliveryDb, baseUrl: string) => AsyncIterable<string[]>

interface Options {
  baseUrl: string
  /** Of the file that is written. */
  path: string
  signal: AbortSignal
}

/** Writes all that `snapshot` shows, which has to be one moment, into a packed file; answers where it stands. */
export async function writeDump(snapshot: DeliveryDb, readArticles: ReadAllArticles, options: Options): Promise<Standing> {
  const { baseUrl, path, signal } = options
  const standing = await readStanding(snapshot)
  const lines = Readable.from(linesOf(standing, readArticles(snapshot, baseUrl)))
  await pipeline(lines, createGzip(), createWriteStream(path, { mode: 0o600 }), { signal })
  return standing
}

async function* linesOf({ epoch, seq, ...rest }: Standing, articles: AsyncIterable<string[]>): AsyncGenerator<string> {
  const header: DumpHeader = { cursor: `${epoch}:${seq}`, epoch, ...rest }
  yield `${JSON.stringify(header)}\n`
  // PostgreSQL breaks lines between the elements of an array; within a text JSON has none.
  for await (const some of articles) yield some.map((article) => `${article.replaceAll('\n', '')}\n`).join('')
}
