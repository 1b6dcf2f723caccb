/** What the address of the site's search page says, and by which names. */
export const searchParameters = {
  q: 'q',
  unit: 'don-vi',
  category: 'chuyen-muc',
  year: 'nam',
  from: 'tu',
  to: 'den',
  sort: 'sap-xep',
  after: 'sau',
} as const

/** A cursor in an address is no longer; what is longer is none. */
export const longestCursor = 400
