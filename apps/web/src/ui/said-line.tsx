import { useEffect, useMemo, useRef, useState } from 'react'
import { NoticeLine, type NoticeLineProps } from './notice-line.tsx'
import styles from './said-line.module.css'

/** One thing to tell about what was just done. */
export interface Said {
  text: string
  tone: NoticeLineProps['tone']
}

/** What there is to tell, and how to tell it. */
export function useSaid() {
  const [said, setSaid] = useState<Said | null>(null)
  return useMemo(
    () => ({
      said,
      done: (text: string): void => setSaid({ text, tone: 'success' }),
      failed: (text: string): void => setSaid({ text, tone: 'danger' }),
      hush: (): void => setSaid(null),
    }),
    [said],
  )
}

export type Saying = ReturnType<typeof useSaid>

/**
 * What came of the last action, in a line that is announced. It takes the focus when that is lost, for the pressed button has left, and
 * when it has to be seen; whoever goes on writing is not interrupted.
 */
export function SaidLine({ said, hush }: Saying) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const active = document.activeElement
    const isLost = active === null || active === document.body
    const isElsewhere = said?.tone === 'danger' && !active?.matches('input, textarea, select')
    if (said && (isLost || isElsewhere)) ref.current?.focus()
  }, [said])
  const close = (): void => {
    hush()
    ref.current?.focus()
  }
  return (
    <div ref={ref} role="status" tabIndex={-1} className={styles.said}>
      {said ? (
        <NoticeLine tone={said.tone} onClose={close}>
          <p>{said.text}</p>
        </NoticeLine>
      ) : null}
    </div>
  )
}
