/** What the page of searches shows, in the words of its address. */
export interface SearchesSearch {
  xem?: 'tu-viet-tat'
  'khong-thay'?: true
}

/** What an address says; what it says wrongly is left out. */
export function readSearchesSearch({ xem, 'khong-thay': nothing }: Record<string, unknown>): SearchesSearch {
  if (xem === 'tu-viet-tat') return { xem }
  return nothing === true ? { 'khong-thay': true } : {}
}
