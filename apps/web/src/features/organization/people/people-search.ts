/** What the page of people shows, in the words of its address. */
export interface PeopleSearch {
  tim?: string
}

/** What an address says; what it says wrongly is left out. */
export function readPeopleSearch({ tim }: Record<string, unknown>): PeopleSearch {
  const text = typeof tim === 'string' || typeof tim === 'number' ? String(tim).trim().slice(0, 100) : ''
  return text ? { tim: text } : {}
}
