import type { PublishInput } from '@bantin/shared/article-verbs'
import { fieldProblem } from '../errors.ts'
import type { ArticleRow } from './article.ts'

type Kind = NonNullable<PublishInput['kind']>

/** What kind of an edition the next one is. Throws `not_publishable` when what was said does not fit. */
export function kindOf(article: ArticleRow, { kind, correction }: Pick<PublishInput, 'kind' | 'correction'>): Kind {
  const first = article.edition === null
  const wrong = (pointer: string, message: string) => fieldProblem('not_publishable', { in: 'body', pointer, code: 'missing', message })
  if (first && kind !== undefined && kind !== 'major') throw wrong('/kind', 'The first edition is major.')
  if (!first && kind === undefined) throw wrong('/kind', 'Say whether this is major, minor or a correction.')
  if (kind === 'correction' && !correction) throw wrong('/correction', 'Say what was wrong and what is right.')
  if (kind !== 'correction' && correction) throw wrong('/correction', 'Only an edition of kind correction carries one.')
  return kind ?? 'major'
}
