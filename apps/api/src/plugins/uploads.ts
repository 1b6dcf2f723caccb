import { Readable } from 'node:stream'
import { maxFileBytes, maxFiles } from '@bantin/shared/media-types'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { fieldProblem, ProblemError } from '../errors.ts'
import type { Upload } from '../lib/upload.ts'

/** Lets the routes of a scope take files as multipart/form-data, one after the other, never whole in memory. */
export const uploads = fastifyPlugin(async (app) => {
  await app.register(multipart, { throwFileSizeLimit: false })
  app.decorateRequest('uploads', function (most: number) {
    return filesOf(this, most)
  })
})

declare module 'fastify' {
  interface FastifyRequest {
    /** The files of the request, at most so many. Throws `invalid_request` for what else stands in it, or when it breaks off. */
    uploads(most: number): AsyncIterable<Upload>
  }
}

// One byte more than may be: whoever counts sees that there were too many.
const limits = { fieldNameSize: 100, fieldSize: 0, fields: 0, headerPairs: 20, fileSize: maxFileBytes + 1 }
/** What stands between files. */
const overhead = 4096

async function* filesOf(request: FastifyRequest, most: number): AsyncGenerator<Upload> {
  if (!request.isMultipart()) throw new ProblemError('unsupported_media_type')
  if (Number(request.headers['content-length'] ?? 0) > most * (maxFileBytes + overhead)) throw new ProblemError('file_too_large')
  let count = 0
  try {
    for await (const part of request.files({ limits: { ...limits, files: Math.min(most, maxFiles) } })) {
      count += 1
      yield { name: part.filename ?? '', bytes: Readable.from(bytesOf(part.file), { objectMode: false }) }
      if (part.file.errored) throw brokenOff()
      part.file.resume()
    }
  } catch (error) {
    throw isOurs(error) ? error : brokenOff()
  } finally {
    // What is still on its way is let in and forgotten: else the sender would not read why he was refused.
    request.raw.unpipe()
    request.raw.resume()
  }
  if (count === 0) throw notFiles('There is no file in it.')
}

/** What breaks off is the fault of whoever sends it: whoever reads the file is told so. */
async function* bytesOf(file: Readable): AsyncGenerator<Buffer> {
  try {
    yield* file
  } catch {
    throw brokenOff()
  }
}

/** What the reader of the files threw comes through here too. */
function isOurs(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return error instanceof ProblemError || (code !== '' && !code.startsWith('FST_'))
}

function brokenOff(): ProblemError {
  return notFiles('The request has to be multipart/form-data with files alone, and whole.')
}

function notFiles(message: string): ProblemError {
  return fieldProblem('invalid_request', { in: 'body', pointer: '', code: 'multipart', message })
}
