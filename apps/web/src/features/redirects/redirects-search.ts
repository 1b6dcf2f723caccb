/** What the page of old addresses shows, in the words of its address. */
export interface RedirectsSearch {
  xem?: 'khong-thay'
  tim?: string
}

/** What an address says; what it says wrongly is left out. A search for digits alone arrives as a number. */
export function readRedirectsSearch({ xem, tim }: Record<string, unknown>): RedirectsSearch {
  const text = typeof tim === 'string' || typeof tim === 'number' ? String(tim).trim().slice(0, 200) : ''
  return { ...(xem === 'khong-thay' ? { xem } : {}), ...(text ? { tim: text } : {}) }
}
