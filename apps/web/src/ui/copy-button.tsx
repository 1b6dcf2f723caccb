import { useState } from 'react'
import { copyText } from '../lib/copy-text.ts'
import { Button } from './button.tsx'
import styles from './copy-button.module.css'

interface CopyButtonProps {
  text: string
  /** Selects the text in the page, for whoever has to copy it himself. */
  select: () => void
  words: { copy: string; copied: string; notCopied: string }
}

/** Copies a text that stands in the page, and says whether it did. */
export function CopyButton({ text, select, words }: CopyButtonProps) {
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <span className={styles.copy}>
      <Button onClick={() => void copyText(text, select).then(setCopied)}>{words.copy}</Button>
      <span role="status">{copied === null ? '' : copied ? words.copied : words.notCopied}</span>
    </span>
  )
}

/** Selects all that stands in an element. */
export function selectIn(element: Element | null): void {
  if (element) window.getSelection()?.selectAllChildren(element)
}
