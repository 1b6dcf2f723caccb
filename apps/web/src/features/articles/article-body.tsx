import { useMemo, useRef } from 'react'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { trustedHtml } from '../../lib/trusted-html.ts'
import styles from './article-body.module.css'
import figures from './article-figures.module.css'
import tables from './article-tables.module.css'
import { frameTables, withoutFrames } from './frame-tables.ts'
import { usePlayButtons } from './use-play-buttons.ts'

/** Marks the element that holds the article's text. */
const bodyAttribute = 'data-article-body'

/** The article's text, as the API renders it from the editor's blocks: every character of it is escaped there. */
export function ArticleBody({ html, lang }: { html: string; lang: string }) {
  const words = useSiteText().article
  const body = useRef<HTMLDivElement>(null)
  // One object for one text: React writes the text anew for another one, and what plays in it would end.
  const content = useMemo(() => ({ __html: trustedHtml(frameTables(html, words.table)) }), [html, words.table])
  usePlayButtons(body, content, words.play)
  return (
    <div
      ref={body}
      className={`${styles.body} ${figures.body} ${tables.body}`}
      lang={lang}
      {...{ [bodyAttribute]: '' }}
      dangerouslySetInnerHTML={content}
    />
  )
}

/** The text that the server sent, read back from its own element, so that it travels once. Empty when there is none. */
export function readArticleBody(page: Document): string {
  return withoutFrames(page.querySelector(`[${bodyAttribute}]`)?.innerHTML ?? '')
}
