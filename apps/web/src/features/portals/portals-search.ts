/** What the address says of the list of portals: those in use, or those that are closed. */
export interface PortalsSearch {
  xem?: 'da-ngung'
}

/** Reads it; what is not known is left out. */
export function readPortalsSearch(raw: Record<string, unknown>): PortalsSearch {
  return raw.xem === 'da-ngung' ? { xem: 'da-ngung' } : {}
}
