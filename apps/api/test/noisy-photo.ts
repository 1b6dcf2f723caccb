import sharp from 'sharp'

/** A JPEG that is as hard to read and to write as a photo of that size: noise, coarse and fine, in colour. */
export async function noisyPhoto(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const create = { width: Math.ceil(width / 8), height: Math.ceil(height / 8), channels: 3, background: '#888', noise } as const
  const coarse = await sharp({ create }).png().toBuffer()
  return await sharp(coarse).resize(width, height, { kernel: 'cubic', fit: 'fill' }).jpeg({ quality: 90 }).toBuffer()
}

/** The same picture as another file: with a comment behind its first two bytes. */
export function commented(jpeg: Buffer, comment: string): Buffer {
  const said = Buffer.from(comment)
  const head = Buffer.from([0xff, 0xfe, 0, said.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, said, jpeg.subarray(2)])
}
