import { useEffect, useRef } from 'react'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import { deskPaths } from '../../lib/paths.ts'
import styles from './door-form.module.css'

/** A link that opens nothing: used, expired, replaced, cut short or, `isMissing`, not there at all. Says what to do instead. */
export function DeadLink({ isMissing = false }: { isMissing?: boolean }) {
  const words = useDoorText().link
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <section ref={place} className={styles.form} tabIndex={-1} aria-labelledby="dead-link">
      <h2 id="dead-link" className={styles.title}>
        {isMissing ? words.missingTitle : words.deadTitle}
      </h2>
      <p>{isMissing ? words.missing : words.dead}</p>
      <p>
        <strong>{words.waysTitle}</strong>
      </p>
      <ul className={styles.ways}>
        <li>
          <a href={deskPaths.login}>{words.signIn}</a>
        </li>
        <li>
          <a href={deskPaths.forgotten}>{words.forgotten}</a>
        </li>
        <li>{words.invited}</li>
      </ul>
    </section>
  )
}
