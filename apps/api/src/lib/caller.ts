import type { IncomingHttpHeaders } from 'node:http'

/** From where a request came, as far as it can be trusted. */
export interface Caller {
  /** The trusted address. */
  address: string
  /** What the header says; whoever sends it can say anything. */
  userAgent: string | undefined
}

/** Who sent a request, as the server knows it. */
export interface SentBy {
  /** From the socket, or from a trusted proxy. */
  address: string
  /** As whoever sends it has it, or a trusted proxy. */
  host: string
  headers: IncomingHttpHeaders
}
