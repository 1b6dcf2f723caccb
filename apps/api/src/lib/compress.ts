import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { ownBytes } from './own-bytes.ts'

/** How the bytes of an answer are written; each is an answer of its own to whoever keeps it. */
export type Encoding = 'br' | 'gzip' | 'identity'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** The best of those that `Accept-Encoding` names. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  if (takes(accepted, 'br')) return 'br'
  return takes(accepted, 'gzip') ? 'gzip' : 'identity'
}

/** The bytes in that encoding. Brotli of a middle quality: higher ones take ten times as long for a tenth less. */
export async function compress(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return ownBytes(await toBrotli(plain, { params: brotliFor(plain.length) }))
  return encoding === 'gzip' ? ownBytes(await toGzip(plain)) : plain
}

/** A window as long as the text: the usual one is of four megabytes, made anew each time, and takes half as long again. */
function brotliFor(length: number): Record<number, number> {
  const window = Math.min(22, Math.max(12, Math.ceil(Math.log2(length + 16))))
  return { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: length, [constants.BROTLI_PARAM_LGWIN]: window }
}

function takes(accepted: string, encoding: string): boolean {
  return accepted.split(',').some((part) => {
    const [name, quality] = part.split(';').map((piece) => piece.trim())
    return name === encoding && !/^q=0(\.0*)?$/.test(quality ?? '')
  })
}
