/** Calls to addresses that people have entered. */
export interface Outgoing {
  /**
   * Posts JSON, a text that is some already, and answers the status. The address is resolved, checked and connected to as checked: http(s) on 80 or 443, never a
   * private address or another port unless the host is configured so, no redirects, 10 s, nothing of the answer but its status. Throws
   * OutgoingError with what was in the way.
   */
  post(url: string, json: string, headers?: Record<string, string>): Promise<{ status: number }>
}

/** The call was refused before or failed on its way. Its message says why, without the address. */
export class OutgoingError extends Error {
  override name = 'OutgoingError'
}
