import type { UnitCard, UnitNode } from '@bantin/shared/units'

/** Units with their children in them, siblings in the order given. One whose parent is not among them stands at the top. */
export function nestUnits(cards: UnitCard[]): UnitNode[] {
  const nodes = new Map(cards.map((card): [string, UnitNode] => [card.id, { ...card, children: [] }]))
  const top: UnitNode[] = []
  for (const node of nodes.values()) {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId)
    const siblings = parent?.children ?? top
    siblings.push(node)
  }
  return top
}
