import { readFile } from 'node:fs/promises'
import type { Body } from '@bantin/shared/body'
import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { cleanText, isStorable } from '@bantin/shared/text'
import { StartError } from '../lib/start-error.ts'

/** An article as a plain text file has it: the first line is the title, empty lines stand between paragraphs. */
export interface TextFile {
  title: string
  body: Body
}

/** Reads the file's bytes. `stopAt`: the article ends before the first line that is this text. Throws StartError when there is no article in it. */
export function readTextFile(bytes: Uint8Array, stopAt: string | undefined): TextFile {
  const lines = cleanText(decodeText(bytes)).split(/\r?\n/)
  const end = stopAt === undefined ? -1 : lines.findIndex((line) => line.trim() === cleanText(stopAt).trim())
  if (stopAt !== undefined && end === -1) throw new StartError(`The file has no line "${stopAt}" to stop at.`)
  const kept = end === -1 ? lines : lines.slice(0, end)
  const first = kept.findIndex((line) => line.trim() !== '')
  const title = (kept[first] ?? '').replace(/\s+/g, ' ').trim()
  const body = bodyFromText(kept.slice(first + 1).join('\n'))
  if (title === '' || body.content.length === 0)
    throw new StartError('The file needs a title on its first line and at least one paragraph below.')
  return { title, body }
}

const readFailures: Record<string, string> = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'this user may not' }

/** The bytes of a file that somebody named. Throws StartError with the reason in words. */
export async function readGivenFile(file: string): Promise<Uint8Array> {
  return await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`${file} cannot be read: ${readFailures[error.code ?? ''] ?? error.message}.`)
  })
}

/** The text of a file's bytes. Throws StartError when it is in another encoding, or none. */
export function decodeText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (isStorable(text)) return text
  } catch {
    // Falls through to the same advice: another encoding, or no text at all.
  }
  throw new StartError('The file is not UTF-8 text: save it as UTF-8 and try again.')
}
