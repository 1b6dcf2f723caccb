import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

/** A PNG of one colour, or of noise, which does not get smaller by compressing. No two are the same bytes. */
export function makePng(width: number, height: number, color: [number, number, number] | 'noise'): Buffer {
  const line = () =>
    Buffer.concat([Buffer.of(0), color === 'noise' ? randomBytes(width * 3) : Buffer.from(Array(width).fill(color).flat())])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits for each of three colours.
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, line)))
  const mark = chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), Buffer.from(randomBytes(8).toString('hex'))]))
  return Buffer.concat([signature, chunk('IHDR', header), mark, chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
