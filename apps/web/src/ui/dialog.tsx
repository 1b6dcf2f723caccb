import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import styles from './dialog.module.css'

export interface DialogProps {
  open: boolean
  /** Escape, or a press outside. Absent: the dialog asks for a decision and stays until it is made. */
  onClose?: (() => void) | undefined
  title: string
  lead?: ReactNode
  /** For two texts side by side. */
  wide?: boolean
  /** Covers the page: nothing else is there until it is done. */
  whole?: boolean
  /** The buttons, the main one first; on a phone they stand at the thumb. */
  actions: ReactNode
  initialFocus?: RefObject<HTMLElement | null>
  /** Asked when it closes: whether the focus goes back to where it was. Absent: it does. */
  givesFocusBack?: () => boolean
  children?: ReactNode
}

/** A dialog over the page; on a phone a sheet that rises from below. What is under it stays as it is. */
export function Dialog({
  open,
  onClose,
  title,
  lead,
  wide = false,
  whole = false,
  actions,
  initialFocus,
  givesFocusBack,
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose?.())} disablePointerDismissal={!onClose}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          className={[styles.popup, wide ? styles.wide : '', whole ? styles.whole : ''].join(' ')}
          {...(initialFocus ? { initialFocus } : {})}
          {...(givesFocusBack ? { finalFocus: givesFocusBack } : {})}
        >
          <div className={styles.head}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {lead ? <Base.Description className={styles.lead}>{lead}</Base.Description> : null}
          </div>
          <div className={styles.content}>{children}</div>
          <div className={styles.actions}>{actions}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
