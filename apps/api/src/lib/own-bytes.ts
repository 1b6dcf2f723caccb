/**
 * The same bytes without any around them, for what is kept. Small buffers are cut out of pieces of 64 kilobytes, what zlib gives out of
 * pieces of 16, and as long as one of them is kept so is all of its piece.
 */
export function ownBytes(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}
