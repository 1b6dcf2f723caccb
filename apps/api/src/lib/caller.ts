/** From where a request came, as far as it can be trusted. */
export interface Caller {
  /** The trusted address. */
  address: string
  /** What the header says; whoever sends it can say anything. */
  userAgent: string | undefined
}
