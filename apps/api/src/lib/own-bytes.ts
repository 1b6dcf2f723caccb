/**
 * The same bytes without any around them, for what is kept. Small buffers are cut out of pieces of 64 kilobytes, what zlib gives out of
 * pieces of 16, and as long as one of them is kept so is all of its piece.
 */
export function ownBytes(bytes: Buffer): Buffer {
  return bytes.buffer.byteLength === bytes.length ? bytes : copyOf(bytes)
}

const encoder = new TextEncoder()
// Longer than nearly all answers.
const scratch = Buffer.allocUnsafeSlow(512 * 1024)

/** A text's bytes in UTF-8, without any around them. Written where there is room, they need not be counted before: that takes as long again. */
export function ownText(text: string): Buffer {
  if (text.length * 3 > scratch.length) return ownBytes(Buffer.from(text))
  return copyOf(scratch.subarray(0, encoder.encodeInto(text, scratch).written))
}

function copyOf(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}
