import { Secret } from 'otpauth'

/** The bits as letters and digits that nobody mistakes for each other (base32, RFC 4648), in groups, such as `ABCD-EFGH`. */
export function readableCode(bits: Buffer, groupLength: number): string {
  const text = new Secret({ buffer: Uint8Array.from(bits).buffer }).base32
  return text.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? ''
}

/** A code as it is compared, however it was typed: in small letters, with other gaps, with digits that the letters look like. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('8', 'B')
}
