/**
 * The order of the blocks of both sides, those that one side removed included, or null when both moved blocks and not alike. All are
 * ids, each once in a list. What one side moved is moved; what a side inserted follows the block that it follows there, and of two
 * insertions at one place theirs comes first.
 */
export function mergeOrder(base: string[], theirs: string[], mine: string[]): string[] | null {
  const [inBase, inTheirs, inMine] = [new Set(base), new Set(theirs), new Set(mine)]
  const isShared = (id: string) => inTheirs.has(id) && inMine.has(id)
  const [before, there, here] = [base.filter(isShared), theirs.filter(isShared), mine.filter(isShared)]
  const theyStayed = isSame(there, before)
  if (!isSame(there, here) && !theyStayed && !isSame(here, before)) return null

  // What insertions are measured by: blocks that both sides know or knew.
  const isAnchor = (id: string) => inBase.has(id) || isShared(id)
  const [moving, staying] = theyStayed ? [mine, theirs] : [theirs, mine]
  const anchors = withMissing(moving.filter(isAnchor), staying.filter(isAnchor))
  const [afterTheirs, afterMine] = [insertions(theirs, isAnchor), insertions(mine, isAnchor)]
  return [start, ...anchors].flatMap((anchor) => [
    ...(anchor === start ? [] : [anchor]),
    ...(afterTheirs.get(anchor) ?? []),
    ...(afterMine.get(anchor) ?? []),
  ])
}

/** Where nothing comes before; no block has this id. */
const start = ''

/** The list with those of the other that it misses, each behind the one that it follows there. */
function withMissing(list: string[], other: string[]): string[] {
  const known = new Set(list)
  const missing = insertions(other, (id) => known.has(id))
  return [start, ...list].flatMap((id) => [...(id === start ? [] : [id]), ...(missing.get(id) ?? [])])
}

/** By anchor, what stands between it and the next one. */
function insertions(list: string[], isAnchor: (id: string) => boolean): Map<string, string[]> {
  const found = new Map<string, string[]>([[start, []]])
  let anchor = start
  for (const id of list) {
    if (isAnchor(id)) {
      anchor = id
      found.set(anchor, [])
    } else found.get(anchor)?.push(id)
  }
  return found
}

function isSame(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
