import type { RedirectInput } from '@bantin/shared/article-verbs'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useId } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Chosen, SearchField } from '../../../ui/search-field.tsx'
import { usePublicArticles } from '../use-public-articles.ts'
import { AskDialog, type Asked } from './ask-dialog.tsx'
import styles from './redirect-dialog.module.css'
import { type Target, useTarget } from './use-target.ts'

interface RedirectDialogProps {
  asked: Asked
  article: EditorialArticle
  onRedirect: (input: RedirectInput) => void
}

/** Asks to which public article readers are sent on: found by its words, or named by its address. */
export function RedirectDialog({ asked, article, onRedirect }: RedirectDialogProps) {
  const { ask, verbs } = useDeskText()
  const words = ask.redirect
  const { target, choose, address, problem, looking, submit } = useTarget(onRedirect)
  return (
    <AskDialog
      asked={{ ...asked, busy: asked.busy || looking }}
      title={words.title}
      lead={words.lead}
      submit={verbs.names.redirect}
      onSubmit={() => void submit()}
    >
      <Search exclude={article.id} onTarget={choose} />
      <Chosen label={words.chosen} item={target} />
      <TextField ref={address} type="url" inputMode="url" label={words.address} maxLength={2000} error={problem} />
    </AskDialog>
  )
}

function Search({ exclude, onTarget }: { exclude: string; onTarget: (target: Target) => void }) {
  const words = useDeskText().ask.redirect
  const id = useId()
  const articles = usePublicArticles()
  const items = articles.items.filter((item) => item.id !== exclude)
  return (
    <SearchField id={id} label={words.target} items={items} search={articles.search} onChoose={onTarget}>
      <p className={styles.hint}>{words.targetHint}</p>
      {articles.more ? (
        <Button busy={articles.busy} onClick={articles.more}>
          {words.older}
        </Button>
      ) : null}
      {articles.error ? <ErrorNotice error={articles.error} onRetry={articles.retry} /> : null}
    </SearchField>
  )
}
