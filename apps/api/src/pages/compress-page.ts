import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** A page in the smallest form that the reader's browser takes; `encoding` is undefined when it takes none. */
export async function compressPage(html: string, accepted: string): Promise<{ body: Buffer; encoding: 'br' | 'gzip' | undefined }> {
  const plain = Buffer.from(html)
  if (takes(accepted, 'br')) return { body: await toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), encoding: 'br' }
  if (takes(accepted, 'gzip')) return { body: await toGzip(plain), encoding: 'gzip' }
  return { body: plain, encoding: undefined }
}

function takes(accepted: string, encoding: string): boolean {
  return accepted.split(',').some((part) => {
    const [name, quality] = part.split(';').map((piece) => piece.trim())
    return name === encoding && !/^q=0(\.0*)?$/.test(quality ?? '')
  })
}
