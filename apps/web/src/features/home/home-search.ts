/** Which part of the page is shown, as its address has it. */
export interface HomeSearch {
  xem?: 'thong-bao'
}

/** What of an address the page understands. */
export function readHomeSearch({ xem }: Record<string, unknown>): HomeSearch {
  return xem === 'thong-bao' ? { xem } : {}
}
