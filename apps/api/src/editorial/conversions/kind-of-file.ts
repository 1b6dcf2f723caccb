import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import type { ConversionInput } from '@bantin/shared/conversions'
import { ProblemError } from '../../errors.ts'

export type FileKind = 'docx' | ConversionInput['form']

const zip = [0x50, 0x4b, 0x03, 0x04]
// The container of .doc, and of .docx with a password.
const compound = [0xd0, 0xcf, 0x11, 0xe0]
const forms: Record<string, ConversionInput['form']> = {
  '.html': 'html',
  '.htm': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
}

/** What the file is: an archive by its bytes, text by its name. Throws `file_not_accepted`. */
export async function kindOfFile(path: string, name: string): Promise<FileKind> {
  const beginning = await readBeginning(path)
  const startsWith = (signature: number[]) => signature.every((byte, i) => beginning[i] === byte)
  if (startsWith(zip)) return 'docx'
  const form = startsWith(compound) ? undefined : forms[extname(name).toLowerCase()]
  if (form) return form
  const ofOldWord = 'This is an old Word document (.doc), or one with a password. Save it as Word document (.docx) without a password.'
  const ofOthers = 'Send a Word document (.docx), HTML, Markdown or plain text.'
  throw new ProblemError('file_not_accepted', { detail: startsWith(compound) ? ofOldWord : ofOthers })
}

async function readBeginning(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    return (await file.read(Buffer.alloc(4), 0, 4, 0)).buffer
  } finally {
    await file.close()
  }
}
