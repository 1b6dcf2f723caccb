import { fold } from '@bantin/shared/text'
import type { TreeUnit } from './units.api.ts'

/** A unit as a line of the tree that is in sight. */
export interface TreeLine {
  unit: TreeUnit
  /** Of the line above it in the tree that is shown; null at the root. */
  parentId: string | null
  /** From 1. */
  level: number
  /** Its place among its siblings, from 1, and how many they are. */
  place: number
  siblings: number
  /** Null: nothing is below it. */
  isOpen: boolean | null
}

/** The whole tree by parents; who stands below somebody who is not there stands at the root. Siblings by order, then by name. */
export function branchesOf(units: readonly TreeUnit[]): ReadonlyMap<string | null, readonly TreeUnit[]> {
  const known = new Set(units.map(({ id }) => id))
  const names = new Intl.Collator('vi')
  const inOrder = units.toSorted((one, other) => one.order - other.order || names.compare(one.name, other.name))
  return Map.groupBy(inOrder, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
}

/** Those whose name, short name or code has these letters, however they are typed. */
export function findUnits(units: readonly TreeUnit[], text: string): readonly TreeUnit[] {
  const wanted = fold(text.trim())
  return units.filter(({ name, shortName, code }) => [name, shortName, code].some((said) => said !== null && fold(said).includes(wanted)))
}

/** A unit with everything below it: where it cannot be moved to. */
export function withAllBelow(units: readonly TreeUnit[], id: string): ReadonlySet<string> {
  const branches = branchesOf(units)
  const below = (at: string): string[] => [at, ...(branches.get(at) ?? []).flatMap((unit) => below(unit.id))]
  return new Set(below(id))
}

/** The lines in sight, top down: below a unit only while it is open; of a search those that were found with the way to each of them. */
export function linesOf(units: readonly TreeUnit[], isOpen: (id: string) => boolean, text: string): TreeLine[] {
  const shown = text.trim() === '' ? units : withWays(units, findUnits(units, text))
  const branches = branchesOf(shown)
  const below = (parentId: string | null, level: number): TreeLine[] => {
    const siblings = branches.get(parentId) ?? []
    return siblings.flatMap((unit, at) => {
      const open = branches.has(unit.id) ? isOpen(unit.id) : null
      const line = { unit, parentId, level, place: at + 1, siblings: siblings.length, isOpen: open }
      return [line, ...(open ? below(unit.id, level + 1) : [])]
    })
  }
  return below(null, 1)
}

function withWays(units: readonly TreeUnit[], found: readonly TreeUnit[]): readonly TreeUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const kept = new Set<string>()
  for (const unit of found) {
    for (let at: TreeUnit | undefined = unit; at && !kept.has(at.id); at = byId.get(at.parentId ?? '')) kept.add(at.id)
  }
  return units.filter(({ id }) => kept.has(id))
}
