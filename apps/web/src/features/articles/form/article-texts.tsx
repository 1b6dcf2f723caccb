import type { Body } from '@bantin/shared/body'
import { useCallback } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { GrowingField } from '../../../ui/growing-field.tsx'
import { LazyBodyEditor } from '../editor/lazy-body-editor.tsx'
import styles from './article-texts.module.css'
import type { ArticleFormState } from './use-form-state.ts'
import type { FormProblem } from './validate.ts'

interface ArticleTextsProps {
  form: ArticleFormState
  problems: readonly FormProblem[]
}

/** What the article says: the lines above it and its text. Everything here is read once, then owned by the page, and read again when another text is put in. */
export function ArticleTexts({ form, problems }: ArticleTextsProps) {
  const words = useDeskText().form
  const { change, values, turn } = form
  const changeBody = useCallback((body: Body) => change('body', body), [change])
  return (
    <div className={styles.texts} data-form="">
      <GrowingField
        label={words.fields.title}
        initial={values.title}
        turn={turn}
        onText={(text) => change('title', text)}
        maxLength={300}
        look="headline"
        required
        error={problems.includes('titleMissing') ? words.titleMissing : undefined}
      />
      <GrowingField
        label={words.fields.sapo}
        initial={values.sapo}
        turn={turn}
        onText={(text) => change('sapo', text)}
        maxLength={1000}
        look="lead"
        hint={words.sapoHint}
        error={problems.includes('textMissing') ? words.textMissing : undefined}
      />
      <LazyBodyEditor initial={values.body} turn={turn} onChange={changeBody} />
    </div>
  )
}
