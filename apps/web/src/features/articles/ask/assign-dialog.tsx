import type { AssignInput } from '@bantin/shared/article-verbs'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Loading, Skeleton } from '../../../ui/skeleton.tsx'
import { assigneesQuery } from '../verbs/verbs.api.ts'
import { AskDialog, type Asked } from './ask-dialog.tsx'

interface AssignDialogProps {
  asked: Asked
  article: EditorialArticle
  onAssign: (input: AssignInput) => void
}

/** Asks who works on the article from now on; nobody is an answer too. */
export function AssignDialog({ asked, article, onAssign }: AssignDialogProps) {
  const { ask, verbs } = useDeskText()
  const { data, error, refetch } = useQuery(assigneesQuery(article.id))
  const [userId, setUserId] = useState(article.assignee?.id ?? '')
  const people = data?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  // Who does not write for the unit any more is not chosen again.
  const chosen = people.some(({ value }) => value === userId) ? userId : ''
  const submit = (): void => {
    if (data) onAssign({ userId: chosen || null })
  }
  return (
    <AskDialog asked={asked} title={ask.assign.title} lead={ask.assign.lead} submit={verbs.names.assign} onSubmit={submit}>
      {data ? (
        <SelectField label={verbs.assignee} value={chosen} choices={[{ value: '', label: verbs.nobody }, ...people]} onValue={setUserId} />
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading>
          <Skeleton />
        </Loading>
      )}
    </AskDialog>
  )
}
