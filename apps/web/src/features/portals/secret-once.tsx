import { useRef } from 'react'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton, selectIn } from '../../ui/copy-button.tsx'
import { SectionButtons } from '../../ui/page-section.tsx'
import styles from './portals.module.css'

interface SecretOnceProps {
  /** What it is. */
  name: string
  secret: string
  onClose: () => void
}

/** A secret, for as long as it is not closed: nothing stores it. */
export function SecretOnce({ name, secret, onClose }: SecretOnceProps) {
  const words = usePortalsText().once
  const code = useRef<HTMLElement>(null)
  return (
    <section className={styles.once} aria-label={name}>
      <p>
        <strong>{name}.</strong> {words.warning}
      </p>
      <code ref={code} className={styles.secret}>
        {secret}
      </code>
      <SectionButtons>
        <CopyButton text={secret} select={() => selectIn(code.current)} words={words} />
        <Button onClick={onClose}>{words.close}</Button>
      </SectionButtons>
    </section>
  )
}
