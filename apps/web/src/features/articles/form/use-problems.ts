import { useCallback, useState } from 'react'
import type { ArticleValues } from './article-values.ts'
import type { ArticleFormState } from './use-form-state.ts'
import { type FormProblem, problemsOf, publishProblemsOf } from './validate.ts'

/** What the last check of the form found. A check says whether all is well; what is not gets marked. */
export function useProblems({ latest }: ArticleFormState) {
  const [problems, setProblems] = useState<FormProblem[]>([])
  const check = useCallback(
    (find: (values: ArticleValues) => FormProblem[]): boolean => {
      const found = find(latest.current.values)
      setProblems(found)
      return found.length === 0
    },
    [latest],
  )
  const checkForSaving = useCallback(() => check(problemsOf), [check])
  const checkForPublishing = useCallback(() => check(publishProblemsOf), [check])
  return { problems, checkForSaving, checkForPublishing }
}
