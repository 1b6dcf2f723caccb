/** Where an arrow key goes in a list that it opens if need be; undefined for other keys. */
export function moveOf(key: string, active: number | null, last: number): number | null | undefined {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  if (last < 0) return null
  if (key === 'ArrowDown') return active === null || active === last ? 0 : active + 1
  return active === null || active === 0 ? last : active - 1
}
