// The driver exports it, and its types leave it out.
declare module 'pg/lib/utils.js' {
  /** A value as the driver sends it for a parameter. */
  export function prepareValue(value: unknown): string | Buffer | null
}
