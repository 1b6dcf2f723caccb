import { open } from 'node:fs/promises'
import { type MediaType, mediaTypes } from '@bantin/shared/media-types'
import { fileTypeFromFile } from 'file-type'
import { openPromise } from 'yauzl'
import { ProblemError } from '../../errors.ts'
import type { ReceivedFile } from '../../guarded/receive-file.ts'

/**
 * What the file is, by its bytes alone: its name and what the sender says of it may be anything. Throws `file_not_accepted`, and
 * `file_unreadable` for a document that plainly ends too soon.
 */
export async function sniffFile(file: ReceivedFile): Promise<MediaType> {
  const found = await fileTypeFromFile(file.path).catch(() => undefined)
  const type = found?.mime ?? ''
  if (!isAccepted(type)) throw new ProblemError('file_not_accepted', { detail: adviceFor(type, await firstWords(file.path)) })
  if (type === 'application/pdf' && !(await endsAs(file, '%%EOF'))) throw broken()
  if (type.startsWith('application/vnd.')) await requireArchive(file.path)
  return type
}

function isAccepted(type: string): type is MediaType {
  return Object.hasOwn(mediaTypes, type)
}

function adviceFor(type: string, words: string): string {
  if (/^image\/hei[cf]/.test(type)) {
    return 'This is a HEIC photo of an iPhone. Save it as JPEG, or choose Settings → Camera → Formats → Most Compatible before taking it.'
  }
  if (/<svg[\s>]/i.test(words)) return 'SVG can carry programs: save the drawing as PNG.'
  if (/<(!doctype|html|script|\?xml)/i.test(words)) return 'This is a page or a program, not a picture or a document.'
  if (type === 'application/x-cfb') return 'This is of an old Word or Excel: save it as DOCX or XLSX.'
  return type === '' ? 'Nobody can tell from its bytes what it is.' : `It is ${type}.`
}

async function firstWords(path: string): Promise<string> {
  return await withFile(path, async (file) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
    return buffer.toString('latin1', 0, bytesRead)
  })
}

/** Programs append a few lines of their own: the last two thousand bytes are looked through. */
async function endsAs({ path, bytes }: ReceivedFile, mark: string): Promise<boolean> {
  return await withFile(path, async (file) => {
    const length = Math.min(bytes, 2048)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, bytes - length)
    return buffer.toString('latin1').includes(mark)
  })
}

async function withFile<T>(path: string, work: (file: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const file = await open(path, 'r')
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

/** Only the list of contents is read, which stands at the end of an archive: nothing is unpacked. */
async function requireArchive(path: string): Promise<void> {
  const archive = await openPromise(path).catch(() => {
    throw broken()
  })
  archive.close()
}

function broken(): ProblemError {
  return new ProblemError('file_unreadable', { detail: 'It ends too soon.' })
}
