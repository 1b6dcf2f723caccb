/** An address as people read it: letters that are encoded in it shown plainly. */
export function sayAddress(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
