import { type RefObject, useEffect, useRef } from 'react'
import { useAccountText } from '../../../lib/i18n/desk/use-account-text.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { useMe } from '../../../lib/use-session.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton, selectIn } from '../../../ui/copy-button.tsx'
import { NoticeLine } from '../../../ui/notice-line.tsx'
import styles from './second-factor.module.css'

interface RecoveryCodesProps {
  title: string
  codes: readonly string[]
  /** The person says that he has them somewhere: they are shown no more. */
  onKept: () => void
}

/** Recovery codes, this once. Takes the focus: what was pressed has left. */
export function RecoveryCodes({ title, codes, onKept }: RecoveryCodesProps) {
  const { codes: words, factor } = useAccountText()
  const { email } = useMe()
  const heading = useFocused<HTMLHeadingElement>()
  const list = useRef<HTMLOListElement>(null)
  const text = `${words.fileTitle(email)}\n\n${codes.join('\n')}\n`
  const download = (): void => saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), words.fileName)
  return (
    <div className={styles.step}>
      <h3 ref={heading} className={styles.heading} tabIndex={-1}>
        {title}
      </h3>
      <p>{words.lead}</p>
      <NoticeLine tone="notice">
        <p>
          <strong>{words.once}</strong>
        </p>
      </NoticeLine>
      <ol ref={list} className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        <CopyButton
          text={codes.join('\n')}
          select={() => selectIn(list.current)}
          words={{ copy: words.copy, copied: factor.copied, notCopied: factor.notCopied }}
        />
        <Button onClick={download}>{words.download}</Button>
      </div>
      <div>
        <Button variant="primary" onClick={onKept}>
          {words.kept}
        </Button>
      </div>
    </div>
  )
}

/** What takes the place of another step has the focus, so that it is read and the next Tab begins there. */
export function useFocused<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
