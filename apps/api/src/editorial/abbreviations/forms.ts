import type { Abbreviation } from '@bantin/shared/abbreviations'
import { foldedWords } from '@bantin/shared/search/words'
import { fieldProblem, ProblemError } from '../../errors.ts'

export type Forms = Pick<Abbreviation, 'short' | 'long'>

/** Every search reads all of them. */
const most = 1000

/** Without spaces that nobody sees. */
export function tidy({ short, long }: Forms): Forms {
  const once = (text: string) => text.replace(/\s+/g, ' ').trim()
  return { short: once(short), long: once(long) }
}

/** Both are words, and not the same ones. Throws `invalid_request`. */
export function requireForms(forms: Forms): void {
  const wrong = (pointer: string, code: string, message: string) => fieldProblem('invalid_request', { in: 'body', pointer, code, message })
  for (const name of ['short', 'long'] as const) {
    if (foldedWords(forms[name]) === '') throw wrong(`/${name}`, 'pattern', 'Write at least one letter or digit.')
  }
  if (foldedWords(forms.short) === foldedWords(forms.long))
    throw wrong('/long', 'same', 'Whoever searches for the one finds the other anyway.')
}

/** No other one says the same, however it is marked and in whichever order. Throws `conflict`, also where there are so many. */
export function requireNew(forms: Forms, others: Forms[]): void {
  const said = pairOf(forms)
  if (others.some((other) => pairOf(other) === said)) {
    throw fieldProblem('conflict', { in: 'body', pointer: '/short', code: 'taken', message: 'This abbreviation is there already.' })
  }
  if (others.length >= most) throw new ProblemError('conflict', { detail: `There are ${most} abbreviations: delete one first.` })
}

function pairOf({ short, long }: Forms): string {
  return [foldedWords(short), foldedWords(long)].toSorted().join('\n')
}
