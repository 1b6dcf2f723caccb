/**
 * The order of the blocks of both sides, removed ones included, or null when both moved blocks and not alike. All are ids, each once in
 * a list. What one side moved is moved; what a side inserted follows the block that it follows there, and of two insertions at one
 * place theirs comes first.
 */
export function mergeOrder(base: string[], theirs: string[], mine: string[]): string[] | null {
  const standing = sideThatStands(base, theirs, mine)
  if (standing === null) return null
  // What insertions are measured by: blocks that both sides know or knew.
  const [inBase, inTheirs, inMine] = [among(base), among(theirs), among(mine)]
  const isAnchor = (id: string) => inBase(id) || (inTheirs(id) && inMine(id))
  const [afterTheirs, afterMine] = [insertions(theirs, isAnchor), insertions(mine, isAnchor)]
  return [start, ...withMissing(standing.filter(isAnchor), base)].flatMap((anchor) => [
    ...(anchor === start ? [] : [anchor]),
    ...(afterTheirs.get(anchor) ?? []),
    ...(afterMine.get(anchor) ?? []),
  ])
}

/** Where nothing comes before; no block has this id. */
const start = ''

/** The side whose order counts: the one that moved blocks which both still have, else the one that moved any. Null when both did. */
function sideThatStands(base: string[], theirs: string[], mine: string[]): string[] | null {
  const shared = mine.filter(among(theirs))
  const [theyMoved, iMoved] = [hasMoved(base, theirs, shared), hasMoved(base, mine, shared)]
  if (theyMoved && iMoved && !isSame(theirs.filter(among(mine)), shared)) return null
  if (theyMoved || iMoved) return theyMoved ? theirs : mine
  return hasMoved(base, mine, base) ? mine : theirs
}

/** Whether the list has those of the ids that it has in another order than the base. */
function hasMoved(base: string[], list: string[], ids: string[]): boolean {
  return !isSame(list.filter(among(ids)), base.filter(among(list)).filter(among(ids)))
}

/** The list with what it misses of the base, each behind the one that it followed there. */
function withMissing(list: string[], base: string[]): string[] {
  const missing = insertions(base, among(list))
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

function among(ids: string[]): (id: string) => boolean {
  const set = new Set(ids)
  return (id) => set.has(id)
}

function isSame(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
