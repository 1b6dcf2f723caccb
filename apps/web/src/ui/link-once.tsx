import { useRef, useState } from 'react'
import { useLinksText } from '../lib/i18n/desk/use-links-text.ts'
import { Button } from './button.tsx'
import styles from './link-once.module.css'

interface LinkOnceProps {
  url: string
  /** Until when it opens, in words. */
  until: string
}

/** A link with a secret in it, for as long as the panel is open: nothing stores it. */
export function LinkOnce({ url, until }: LinkOnceProps) {
  const words = useLinksText()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <div className={styles.link}>
      <p>
        <strong>{words.once}</strong> {until}
      </p>
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.url}
          readOnly
          value={url}
          aria-label={words.link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button variant="primary" onClick={() => void copyText(url, field.current).then(setCopied)}>
          {words.copy}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {copied === null ? '' : copied ? words.copied : words.notCopied}
      </p>
    </div>
  )
}

/** Without a secure context there is no clipboard for scripts: then the browser's own copying of what is selected. */
async function copyText(text: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    field?.select()
    return document.execCommand('copy')
  }
}
