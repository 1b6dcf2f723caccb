import { bodyText } from '@bantin/shared/body/body-text'
import type { ArticleValues } from './article-values.ts'

export type FormProblem = 'titleMissing' | 'textMissing' | 'startMissing' | 'endsEarly'

/** What the form can tell by itself that the server would refuse. */
export function problemsOf({ title, event }: ArticleValues): FormProblem[] {
  const { startsOn, endsOn, place } = event
  const problems: FormProblem[] = []
  if (title.trim() === '') problems.push('titleMissing')
  if (startsOn === '' && (endsOn !== '' || place.trim() !== '')) problems.push('startMissing')
  if (startsOn !== '' && endsOn !== '' && endsOn < startsOn) problems.push('endsEarly')
  return problems
}

/** The same for publishing, which needs something to read as well. */
export function publishProblemsOf(values: ArticleValues): FormProblem[] {
  const readable = values.sapo.trim() !== '' || bodyText(values.body).trim() !== ''
  return readable ? problemsOf(values) : [...problemsOf(values), 'textMissing']
}
