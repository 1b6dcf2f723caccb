/** A fresh id of a block; random enough for one document, and made without a secure context. */
export function makeBlockId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 36).toString(36)).join('')
}
