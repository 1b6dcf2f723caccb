/**
 * The ids that can stay where they are when the first list is turned into the second, as many as possible. Every id is in a list once,
 * so this is the longest rising sequence of places (patience sorting): its time grows with n log n, whatever the order.
 */
export function longestCommonOrder(from: string[], to: string[]): Set<string> {
  const places = new Map(from.map((id, place) => [id, place]))
  /** The last link of the best chain of each length, each lower than the next. */
  const ends: Link[] = []
  for (const id of to) {
    const place = places.get(id)
    if (place === undefined) continue
    const length = firstNotBelow(ends, place)
    ends[length] = { id, place, before: ends[length - 1] }
  }
  const stays = new Set<string>()
  for (let link = ends.at(-1); link; link = link.before) stays.add(link.id)
  return stays
}

interface Link {
  id: string
  place: number
  before: Link | undefined
}

function firstNotBelow(ends: Link[], place: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle]?.place ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}
