import { type CSSProperties, type DragEvent, type ReactNode, useState } from 'react'
import { formatDate } from '../../../lib/format.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { Icon } from '../../../ui/icon.tsx'
import { type TreeLine, withAllBelow } from './tree-lines.ts'
import styles from './unit-tree.module.css'
import type { TreeUnit } from './units.api.ts'
import { type Tree, useTree } from './use-tree.ts'

export interface UnitTreeProps {
  units: readonly TreeUnit[]
  /** Letters of what is looked for. */
  text: string
  /** The link to a unit's page around its name. */
  link: (unit: TreeUnit, name: ReactNode) => ReactNode
  onEnter: (unit: TreeUnit) => void
  /** One was dropped on another; null: nothing may be moved. */
  onDrop: ((unit: TreeUnit, parent: TreeUnit) => void) | null
  /** Buttons for the chosen one. */
  actions: (unit: TreeUnit) => ReactNode
}

/** Units below each other, to be walked through by keys and moved by dragging; what is done to the chosen one stands below. */
export function UnitTree({ units, text, link, onEnter, onDrop, actions }: UnitTreeProps) {
  const words = useOrganizationText().units
  const tree = useTree(units, text, onEnter)
  const drag = useDrag(units, onDrop)
  if (tree.lines.length === 0) return null
  return (
    <div className={styles.frame}>
      <div ref={tree.element} role="tree" tabIndex={-1} aria-label={words.tree} className={styles.tree} onKeyDown={tree.pressed}>
        {tree.lines.map((line) => (
          <Line key={line.unit.id} line={line} tree={tree} drag={drag} link={link} />
        ))}
      </div>
      {tree.chosen ? (
        <div className={styles.bar}>
          <p className={styles.chosen}>{words.chosen(tree.chosen.name)}</p>
          <div className={styles.buttons}>{actions(tree.chosen)}</div>
        </div>
      ) : null}
    </div>
  )
}

type Drag = ReturnType<typeof useDrag>

function Line({ line, tree, drag, link }: { line: TreeLine; tree: Tree; drag: Drag; link: UnitTreeProps['link'] }) {
  const { unit, level, place, siblings, isOpen } = line
  const isChosen = tree.chosen?.id === unit.id
  return (
    <div
      role="treeitem"
      data-unit={unit.id}
      tabIndex={isChosen ? 0 : -1}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isChosen}
      className={[styles.line, drag.over === unit.id ? styles.over : ''].join(' ')}
      style={{ '--level': level - 1 } as CSSProperties}
      onClick={() => tree.choose(unit.id)}
      onKeyDown={() => undefined}
      onFocus={() => tree.choose(unit.id)}
      {...drag.of(unit)}
    >
      <Turner line={line} tree={tree} />
      <span className={styles.name}>{link(unit, unit.name)}</span>
      <Facts unit={unit} />
    </div>
  )
}

/** For the pointer alone: keys have the arrows, and a line says itself whether it is open. */
function Turner({ line: { unit, isOpen }, tree }: { line: TreeLine; tree: Tree }) {
  if (isOpen === null) return <span className={styles.turner} />
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className={[styles.turner, isOpen ? '' : styles.shut].join(' ')}
      onClick={() => tree.turn(unit.id, !isOpen)}
    >
      <Icon name="open" />
    </button>
  )
}

function Facts({ unit: { kind, code, closedOn } }: { unit: TreeUnit }) {
  const words = useOrganizationText()
  const locale = useLocale()
  return (
    <span className={styles.facts}>
      {code ? <span>{code}</span> : null}
      {kind === 'bloc' ? <span>{words.kinds.bloc}</span> : null}
      {closedOn ? <span className={styles.closed}>{words.units.closedOn(formatDate(closedOn, locale))}</span> : null}
    </span>
  )
}

/** What is dragged, and over what it is: never over itself, nor over what stands below it. */
function useDrag(units: readonly TreeUnit[], onDrop: UnitTreeProps['onDrop']) {
  const [dragged, setDragged] = useState<TreeUnit | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const end = (): void => {
    setDragged(null)
    setOver(null)
  }
  const mayTake = (unit: TreeUnit): boolean =>
    dragged !== null && dragged.parentId !== unit.id && !withAllBelow(units, dragged.id).has(unit.id)
  const of = (unit: TreeUnit) => {
    if (!onDrop) return {}
    return {
      draggable: true,
      onDragStart: (event: DragEvent): void => {
        // Firefox drags nothing that carries nothing.
        event.dataTransfer?.setData('text/plain', unit.name)
        setDragged(unit)
      },
      onDragEnd: end,
      onDragOver: (event: { preventDefault: () => void }): void => {
        setOver(mayTake(unit) ? unit.id : null)
        if (mayTake(unit)) event.preventDefault()
      },
      onDrop: (event: { preventDefault: () => void }): void => {
        event.preventDefault()
        if (dragged && mayTake(unit)) onDrop(dragged, unit)
        end()
      },
    }
  }
  return { over, of }
}
