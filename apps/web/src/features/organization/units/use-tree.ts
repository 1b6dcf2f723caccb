import { fold } from '@bantin/shared/text'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { linesOf, type TreeLine } from './tree-lines.ts'
import type { TreeUnit } from './units.api.ts'

/** So many units are all in sight at first; of more the uppermost. */
const allOpen = 60

/**
 * The tree as it is opened and walked through: one line is chosen, and is the one that Tab reaches. Keys as in the ARIA Authoring
 * Practices, "Tree View"; letters lead to the next line that begins so.
 */
export function useTree(units: readonly TreeUnit[], text: string, onEnter: (unit: TreeUnit) => void) {
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [chosenId, setChosen] = useState<string | null>(null)
  const element = useRef<HTMLDivElement>(null)
  const roots = useMemo(() => new Set(units.filter(({ parentId }) => parentId === null).map(({ id }) => id)), [units])
  const isOpen = (id: string): boolean => turned.get(id) ?? (text.trim() !== '' || units.length <= allOpen || roots.has(id))
  const lines = linesOf(units, isOpen, text)
  const at = Math.max(
    0,
    lines.findIndex(({ unit }) => unit.id === chosenId),
  )
  const turn = (id: string, open: boolean): void => setTurned(new Map(turned).set(id, open))
  const go = (line: TreeLine | undefined): void => {
    if (!line) return
    setChosen(line.unit.id)
    element.current?.querySelector<HTMLElement>(`[data-unit="${line.unit.id}"]`)?.focus()
  }
  const pressed = (event: KeyboardEvent): void => {
    const line = lines[at]
    if (!line || event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onEnter(line.unit)
    else if (event.key === 'ArrowRight' && line.isOpen === false) turn(line.unit.id, true)
    else if (event.key === 'ArrowLeft' && line.isOpen) turn(line.unit.id, false)
    else {
      const next = lineTo(event.key, lines, at)
      if (next === undefined) return
      go(next)
    }
    event.preventDefault()
  }
  return { element, lines, chosen: lines[at]?.unit ?? null, isChosen: chosenId !== null, choose: setChosen, turn, pressed }
}

export type Tree = ReturnType<typeof useTree>

/** The line that a key leads to; undefined for keys that lead nowhere. */
function lineTo(key: string, lines: TreeLine[], at: number): TreeLine | undefined {
  const line = lines[at] as TreeLine
  const ways: Record<string, () => TreeLine | undefined> = {
    ArrowDown: () => lines[at + 1] ?? line,
    ArrowUp: () => lines[at - 1] ?? line,
    ArrowRight: () => (line.isOpen ? lines[at + 1] : line),
    ArrowLeft: () => lines.find(({ unit }) => unit.id === line.parentId) ?? line,
    Home: () => lines[0],
    End: () => lines.at(-1),
  }
  if (ways[key]) return ways[key]()
  if (key.length !== 1 || key === ' ') return undefined
  const begins = ({ unit }: TreeLine): boolean => fold(unit.name).startsWith(fold(key))
  return [...lines.slice(at + 1), ...lines.slice(0, at + 1)].find(begins) ?? line
}
