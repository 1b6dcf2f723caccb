import { type ClipboardEvent, type CompositionEvent, type FormEvent, type KeyboardEvent, memo, use, useState } from 'react'
import { BlockMarginContext } from './block-margin.ts'
import styles from './body-editor.module.css'
import type { BlockKind } from './plain-blocks.ts'

type Area = HTMLTextAreaElement

/** Called with the block's text area; the same functions for every block and every rendering. */
export interface BlockEvents {
  typed: (event: FormEvent<Area> | CompositionEvent<Area>) => void
  pressed: (event: KeyboardEvent<Area>) => void
  pasted: (event: ClipboardEvent<Area>) => void
  entered: (id: string) => void
}

interface BlockFieldProps {
  id: string
  kind: BlockKind
  label: string
  placeholder: string | undefined
  /** Only the current block is a stop of the Tab key: the body is one, as any other field. */
  current: boolean
  textOf: (id: string) => string
  on: BlockEvents
}

/**
 * One block as a text area that React fills once and then leaves alone: an input method owns it while it composes.
 * A hidden copy of the text in the wrapper's attribute gives the height.
 */
export const BlockField = memo(function BlockField({ id, kind, label, placeholder, current, textOf, on }: BlockFieldProps) {
  const [first] = useState(() => textOf(id))
  const margin = use(BlockMarginContext)
  return (
    <div
      className={[styles.block, styles[kind], margin ? styles.withMargin : ''].join(' ')}
      data-text={first}
      data-current={current || undefined}
    >
      <textarea
        className={styles.area}
        data-block={id}
        rows={1}
        defaultValue={first}
        aria-label={label}
        placeholder={placeholder}
        tabIndex={current ? 0 : -1}
        enterKeyHint="enter"
        onInput={on.typed}
        onCompositionEnd={on.typed}
        onKeyDown={on.pressed}
        onPaste={on.pasted}
        onFocus={() => on.entered(id)}
      />
      {margin?.({ id, label, current })}
    </div>
  )
})

/** Puts a text into a block that is on the screen, when it differs. */
export function writeBlock(area: Area | null, text: string): void {
  if (!area) return
  if (area.value !== text) area.value = text
  fitBlock(area)
}

/** Lets the block grow with its text. */
export function fitBlock(area: Area): void {
  if (area.parentElement) area.parentElement.dataset.text = area.value
}
