import { Toolbar } from '@base-ui/react/toolbar'
import type { KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './block-toolbar.module.css'
import { type BlockKind, blockKinds } from './plain-blocks.ts'

interface BlockToolbarProps {
  ref: Ref<HTMLDivElement>
  /** The kind of the block that the buttons act on. */
  kind: BlockKind
  onKind: (kind: BlockKind) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  /** Escape: back to the text. */
  onLeave: () => void
}

const signs: Record<BlockKind, ReactNode> = {
  paragraph: <Icon name="paragraph" />,
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  quote: <Icon name="quote" />,
}

/** What can be done with the current block; arrow keys go from button to button. */
export function BlockToolbar({ ref, kind, onKind, onMove, onRemove, onLeave }: BlockToolbarProps) {
  const words = useDeskText().editor
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onLeave()
  }
  const button = (label: string, sign: ReactNode, onClick: () => void, pressed?: boolean) => (
    <Toolbar.Button key={label} className={styles.button} aria-pressed={pressed} title={label} onMouseDown={keepFocus} onClick={onClick}>
      <VisuallyHidden>{label} </VisuallyHidden>
      {sign}
    </Toolbar.Button>
  )
  return (
    <Toolbar.Root ref={ref} className={styles.toolbar} aria-label={words.toolbar} onKeyDown={leave}>
      <Toolbar.Group className={styles.group} aria-label={words.kind}>
        {blockKinds.map((each) => button(words.kinds[each], signs[each], () => onKind(each), each === kind))}
      </Toolbar.Group>
      <Toolbar.Group className={styles.group} aria-label={words.place}>
        {button(words.moveUp, <Icon name="up" />, () => onMove(-1))}
        {button(words.moveDown, <Icon name="down" />, () => onMove(1))}
        {button(words.remove, <Icon name="remove" />, onRemove)}
      </Toolbar.Group>
    </Toolbar.Root>
  )
}

/** The text keeps the focus, so that a phone's keyboard stays where it is. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}
