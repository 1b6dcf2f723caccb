interface UnitNode {
  id: string
  name: string
  parentId: string | null
}

/** A unit as a line of a choice: `depth` below the roots. */
export interface UnitChoice {
  id: string
  name: string
  depth: number
}

/** Units in the order of the tree, parents before their children; siblings keep the order they came in. */
export function inTreeOrder(units: readonly UnitNode[]): UnitChoice[] {
  const known = new Set(units.map((unit) => unit.id))
  const childrenOf = Map.groupBy(units, (unit) => (unit.parentId && known.has(unit.parentId) ? unit.parentId : ''))
  const below = (parent: string, depth: number): UnitChoice[] =>
    (childrenOf.get(parent) ?? []).flatMap(({ id, name }) => [{ id, name, depth }, ...below(id, depth + 1)])
  return below('', 0)
}

/** The unit and its parents up to the root: what permission depends on. */
export function unitPath(units: readonly UnitNode[], id: string): string[] {
  const path: string[] = []
  for (let at = units.find((unit) => unit.id === id); at && !path.includes(at.id); ) {
    path.push(at.id)
    const parent = at.parentId
    at = units.find((unit) => unit.id === parent)
  }
  return path
}
