import type { Body } from '@bantin/shared/body'
import { memo, useRef, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { moveBlock, putBlock, removeBlock, setKind } from './block-edits.ts'
import { BlockField } from './block-field.tsx'
import { BlockToolbar } from './block-toolbar.tsx'
import styles from './body-editor.module.css'
import type { PlainBlock } from './plain-blocks.ts'
import { useBlockEvents } from './use-block-events.ts'
import { type Blocks, selectedIn, useBlocks } from './use-blocks.ts'
import { usePlacedBody } from './use-placed-body.ts'

export interface BodyEditorProps {
  /** Read once, and again each time `turn` grows. */
  initial: Body
  turn?: number
  /** Called with the whole body after every change, also while an input method composes; the same function at every rendering. */
  onChange: (body: Body) => void
}

/** The editor of an article's text: a text area for each paragraph, heading and quote, which together act as one field. */
export const BodyEditor = memo(function BodyEditor({ initial, turn = 0, onChange }: BodyEditorProps) {
  const words = useDeskText().editor
  const toolbar = useRef<HTMLDivElement>(null)
  const list = useBlocks(initial, onChange)
  const on = useBlockEvents(list, toolbar)
  usePlacedBody(list, initial, turn)
  const { blocks, live, apply, areaOf } = list
  const current = blocks.find((block) => block.id === list.currentId) ?? (blocks[0] as PlainBlock)

  const selected = () => selectedIn(areaOf(current.id), current.id)
  const removal = useRemoval(list, current.id)

  return (
    <section className={styles.editor} aria-label={words.body}>
      <BlockToolbar
        ref={toolbar}
        kind={current.kind}
        onKind={(kind) => apply(setKind(live.current, selected(), kind))}
        onMove={(by) => apply(moveBlock(live.current, selected(), by))}
        onRemove={removal.remove}
        onLeave={() => list.focusBlock(current.id, selected().start)}
      />
      <div ref={list.root} className={styles.blocks}>
        {blocks.map((block, index) => (
          <BlockField
            key={block.id}
            id={block.id}
            kind={block.kind}
            label={words.blockLabel(block.kind, index + 1)}
            placeholder={blocks.length === 1 ? words.placeholder : undefined}
            current={block.id === current.id}
            textOf={(id) => live.current.find((other) => other.id === id)?.text ?? ''}
            on={on}
          />
        ))}
      </div>
      <Removed undo={removal.undo} />
    </section>
  )
})

/** A block is deleted at once and can be put back. */
function useRemoval({ live, apply }: Blocks, id: string) {
  const [removed, setRemoved] = useState<{ block: PlainBlock; index: number } | null>(null)
  const remove = (): void => {
    const index = live.current.findIndex((block) => block.id === id)
    setRemoved({ block: live.current[index] as PlainBlock, index })
    apply(removeBlock(live.current, id))
  }
  const undo = (): void => {
    if (removed) apply(putBlock(live.current, removed.block, removed.index))
    setRemoved(null)
  }
  return { remove, undo: removed ? undo : null }
}

function Removed({ undo }: { undo: (() => void) | null }) {
  const words = useDeskText().editor
  return (
    <div role="status">
      {undo ? (
        <p className={styles.removed}>
          {words.removed} <Button onClick={undo}>{words.undo}</Button>
        </p>
      ) : null}
    </div>
  )
}
