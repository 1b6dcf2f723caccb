/** A fresh id of a block; random enough for one document, and made without a secure context. */
export function makeBlockId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 36).toString(36)).join('')
}

/** Whether a block may be called this. */
export function isBlockId(id: string | undefined | null): id is string {
  return id != null && /^[A-Za-z0-9_-]{1,40}$/.test(id)
}
