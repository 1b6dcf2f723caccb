import { useEffect, useId } from 'react'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import type { SearchSource } from '../../ui/paged-search.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { Chosen, SearchField } from '../../ui/search-field.tsx'
import styles from './target-article.module.css'

interface TargetArticleProps {
  articles: SearchSource
  chosen: NamedItem | null
  onChoose: (article: NamedItem) => void
  problem: string | undefined
}

/** Finds an article by its words; diacritics may be left out. */
export function TargetArticle({ articles, chosen, onChoose, problem }: TargetArticleProps) {
  const words = useRedirectsText().form
  const id = useId()
  useEffect(() => {
    // The field of a search has no sign of being wrong that a form could look for.
    if (problem) document.getElementById(id)?.focus()
  }, [problem, id])
  return (
    <SearchField id={id} label={words.article} items={articles.items} search={articles.search} onChoose={onChoose}>
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <Chosen label={words.chosen} item={chosen} />
      <p className={styles.hint}>{words.articleHint}</p>
      {articles.more ? (
        <Button busy={articles.busy} onClick={articles.more}>
          {words.older}
        </Button>
      ) : null}
      {articles.error ? <ErrorNotice error={articles.error} onRetry={articles.retry} /> : null}
    </SearchField>
  )
}
