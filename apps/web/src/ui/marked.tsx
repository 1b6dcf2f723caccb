import { useMemo } from 'react'
import { trustedHtml } from '../lib/trusted-html.ts'
import styles from './marked.module.css'

/** A line in which what was searched for is marked: HTML of our API, escaped there, in which nothing but `<mark>` stands. */
export function Marked({ html }: { html: string }) {
  const content = useMemo(() => ({ __html: trustedHtml(html) }), [html])
  return <span className={styles.marked} dangerouslySetInnerHTML={content} />
}
