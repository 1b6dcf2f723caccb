import type { Block } from '@bantin/shared/body'
import { blockText } from '@bantin/shared/body/body-text'
import { formatDateRange } from '../../../lib/format.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { kindOf } from '../editor/block-kinds.ts'
import type { ArticleValues } from '../form/article-values.ts'
import type { ArticleChoices, Named } from '../form/choices.ts'
import { isInBody, type Place, type ThreeWays } from './merge.ts'
import { blockPlace, orderPlace } from './merge-bodies.ts'

/** What a place is called. A block is counted in this person's text, or where it is no more there, in the other. */
export function placeName(place: Place, { mine, theirs }: ThreeWays, words: DeskWords['conflict'], form: DeskWords['form']): string {
  if (!isInBody(place)) return form.fieldName(place)
  if (place === orderPlace) return words.order
  const at = [mine, theirs].map(({ body }) => body.content.findIndex((block) => blockPlace(block.attrs?.id ?? '') === place))
  return words.block(1 + (at.find((index) => index !== -1) ?? 0))
}

/** A place's value for reading beside another: lines, each with what tells it from the lines of the other. */
export function placeLines(name: Place, values: ArticleValues, choices: ArticleChoices, { form: words, editor }: DeskWords): string[] {
  if (isInBody(name)) return bodyLines(name, values, editor)
  switch (name) {
    case 'categoryIds':
      return values.categoryIds.map((id) => nameOf(choices.categories, id))
    case 'units':
      return values.units.map(({ unitId, role }) => `${nameOf(choices.units, unitId)} (${words.unitRoles[role]})`)
    case 'bylines':
      return values.bylines.map(({ authorId, role }) => `${nameOf(choices.authors, authorId)} (${words.bylineRoles[role]})`)
    case 'heroMediaId':
      // Shown, not said.
      return []
    case 'event':
      return eventLines(values.event)
    case 'relatedIds':
      return values.relatedIds.map((id) => choices.articles.find((item) => item.id === id)?.name ?? words.related.unknown)
    case 'unitId':
      return [nameOf(choices.units, values.unitId)]
    default:
      return [values[name]].filter((text) => text !== '')
  }
}

/** The lines of one block; of the order, how each block begins. */
function bodyLines(place: Place, { body }: ArticleValues, editor: DeskWords['editor']): string[] {
  if (place === orderPlace) return body.content.map((block) => beginning(block, editor))
  return body.content.filter(({ attrs }) => blockPlace(attrs?.id ?? '') === place).flatMap((block) => wordsOf(block, editor).split('\n'))
}

function beginning(block: Block, editor: DeskWords['editor']): string {
  const [line = ''] = wordsOf(block, editor).split('\n')
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line
}

/** What a block says; one without words is called what it is. */
function wordsOf(block: Block, { kinds }: DeskWords['editor']): string {
  const words = blockText(block).replaceAll('\t', ' · ')
  return words.trim() === '' ? kinds[kindOf(block)] : words
}

function eventLines({ startsOn, endsOn, place }: ArticleValues['event']): string[] {
  return [startsOn ? formatDateRange(startsOn, endsOn || null) : '', place].filter((text) => text !== '')
}

function nameOf(known: readonly Named[], id: string): string {
  return known.find((item) => item.id === id)?.name ?? id
}
