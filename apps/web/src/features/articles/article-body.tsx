import { trustedHtml } from '../../lib/trusted-html.ts'
import styles from './article-body.module.css'

/** Marks the element that holds the article's text. */
const bodyAttribute = 'data-article-body'

/** The article's text, as the API renders it from the editor's blocks: every character of it is escaped there. */
export function ArticleBody({ html, lang }: { html: string; lang: string }) {
  return <div className={styles.body} lang={lang} {...{ [bodyAttribute]: '' }} dangerouslySetInnerHTML={{ __html: trustedHtml(html) }} />
}

/** The text that the server sent, read back from its own element, so that it travels once. Empty when there is none. */
export function readArticleBody(page: Document): string {
  return page.querySelector(`[${bodyAttribute}]`)?.innerHTML ?? ''
}
