import type { ReactNode } from 'react'
import type { ArticleChoices } from '../../features/articles/form/choices.ts'
import type { ArticleDesk } from '../../features/articles/form/use-article-desk.ts'
import { ArticlePanels } from './article-panels.tsx'

interface EditingPanelsProps {
  desk: ArticleDesk
  choices: ArticleChoices
  /** The article was deleted from this page. */
  deleted: boolean
  children: ReactNode
}

/** The form of an article with its panels. */
export function EditingPanels({ desk, choices, deleted, children }: EditingPanelsProps) {
  const { form, running, verbs, save, take } = desk
  const work = {
    article: form.article,
    body: form.values.body,
    choices,
    deleted,
    unsaved: form.dirty.length > 0,
    busy: running !== null || verbs.pending,
    save,
    take,
  }
  return <ArticlePanels work={work}>{children}</ArticlePanels>
}
