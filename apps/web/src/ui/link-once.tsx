import { useRef, useState } from 'react'
import { copyText } from '../lib/copy-text.ts'
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
        <Button variant="primary" onClick={() => void copyText(url, () => field.current?.select()).then(setCopied)}>
          {words.copy}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {copied === null ? '' : copied ? words.copied : words.notCopied}
      </p>
    </div>
  )
}
