import { useEffect, useId } from 'react'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { type NamedItem, SearchChoice } from '../../ui/search-choice.tsx'
import styles from './target-article.module.css'

/** The articles that readers can be led to, as far as they are loaded. */
export interface TargetArticles {
  items: readonly NamedItem[]
  /** Loads older ones; null when these are all. */
  more: (() => void) | null
  busy: boolean
  error: unknown
  retry: () => void
}

interface TargetArticleProps {
  articles: TargetArticles
  chosen: NamedItem | null
  onChoose: (article: NamedItem) => void
  problem: string | undefined
}

/** Finds an article by its title; diacritics may be left out. */
export function TargetArticle({ articles, chosen, onChoose, problem }: TargetArticleProps) {
  const words = useRedirectsText().form
  const id = useId()
  useEffect(() => {
    // The field of a search has no sign of being wrong that a form could look for.
    if (problem) document.getElementById(id)?.focus()
  }, [problem, id])
  return (
    <div className={styles.search}>
      <label className={styles.label} htmlFor={id}>
        {words.article}
      </label>
      <SearchChoice
        id={id}
        items={articles.items}
        onChoose={(each) => {
          const item = articles.items.find((article) => article.id === each)
          if (item) onChoose(item)
        }}
      />
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <p role="status" className={styles.chosen}>
        {chosen ? (
          <>
            {words.chosen}: <strong>{chosen.name}</strong>
          </>
        ) : null}
      </p>
      {articles.more ? (
        <>
          <p className={styles.hint}>{words.articleHint}</p>
          <Button busy={articles.busy} onClick={articles.more}>
            {words.older}
          </Button>
        </>
      ) : null}
      {articles.error ? <ErrorNotice error={articles.error} onRetry={articles.retry} /> : null}
    </div>
  )
}
