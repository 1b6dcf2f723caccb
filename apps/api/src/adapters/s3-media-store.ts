import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { ProblemError } from '../errors.ts'
import type { ByteRange, MediaStore, StoredFile } from './media-store.ts'

interface Bucket {
  client: S3Client
  name: string
}

interface Options {
  /** Keys that are asked for at a time; for tests. */
  pageSize?: number
}

/**
 * Keeps files in a bucket of a server that speaks the protocol of S3. `url`: `https://key:secret@host/bucket?region=…`. What the server
 * cannot do is `unavailable`, after three tries.
 */
export function s3MediaStore(url: string, { pageSize = 1000 }: Options = {}): MediaStore {
  const bucket = openBucket(new URL(url))
  return {
    put: (key, bytes) => orUnavailable(() => write(bucket, key, bytes, bytes.length)),
    putFile: (key, path) => orUnavailable(() => writeFile(bucket, key, path)),
    open: (key, range) => orUnavailable(() => read(bucket, key, range)),
    remove: (key) => orUnavailable(async () => void (await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key: key })))),
    list: (prefix = '') => list(bucket, prefix, pageSize),
  }
}

const tries = 3

function openBucket({ protocol, host, pathname, username, password, searchParams }: URL): Bucket {
  const client = new S3Client({
    endpoint: `${protocol}//${host}`,
    region: searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
    // Names of hosts for each bucket are for AWS alone.
    forcePathStyle: true,
    maxAttempts: tries,
    logger: silent,
    // Checksums in trailers are not understood by many servers that speak the protocol.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 2000, socketTimeout: 20_000, requestTimeout: 120_000, throwOnRequestTimeout: true },
  })
  return { client, name: pathname.slice(1) }
}

// What fails is thrown, and said once by whoever asked.
const ignore = (): undefined => undefined
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }

async function write({ client, name }: Bucket, key: string, body: Uint8Array | Readable, bytes: number): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: body, ContentLength: bytes }))
}

/** The client sends nothing twice that it reads from a stream, so here it is read anew. */
async function writeFile(bucket: Bucket, key: string, path: string): Promise<void> {
  const { size } = await stat(path)
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await write(bucket, key, createReadStream(path), size)
    } catch (error) {
      if (left === 0 || !mayPass(error)) throw error
    }
  }
}

/** Whether it is a trouble of the moment: no answer, or one that the server itself calls its own fault. */
function mayPass(error: unknown): boolean {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
  return status === undefined || status >= 500
}

async function read({ client, name }: Bucket, key: string, range: ByteRange | undefined): Promise<StoredFile | undefined> {
  const part = range && `bytes=${range.start}-${range.end}`
  try {
    const { Body, ContentLength = 0, ContentRange } = await client.send(new GetObjectCommand({ Bucket: name, Key: key, Range: part }))
    const whole = /\/(\d+)$/.exec(ContentRange ?? '')?.[1]
    return { stream: Body as Readable, bytes: whole === undefined ? ContentLength : Number(whole) }
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return undefined
    throw error
  }
}

async function* list({ client, name }: Bucket, prefix: string, pageSize: number): AsyncIterable<{ key: string; at: Date }> {
  let after: string | undefined
  do {
    const command = new ListObjectsV2Command({ Bucket: name, Prefix: prefix || undefined, MaxKeys: pageSize, ContinuationToken: after })
    const { Contents = [], NextContinuationToken } = await orUnavailable(() => client.send(command))
    for (const { Key, LastModified } of Contents) if (Key !== undefined && LastModified) yield { key: Key, at: LastModified }
    after = NextContinuationToken
  } while (after !== undefined)
}

/** What the server, or the way to it, fails with is no fault of whoever asks; the log has the cause. */
async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw Object.assign(new ProblemError('unavailable'), { cause })
  }
}
