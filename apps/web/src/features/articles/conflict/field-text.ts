import { formatDateRange } from '../../../lib/format.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { toPlainBlocks } from '../editor/plain-blocks.ts'
import type { ArticleValues, FieldName } from '../form/article-values.ts'
import type { ArticleChoices, Named } from '../form/choices.ts'

/** A field's value for reading beside another: lines, each with what tells it from the lines of the other. */
export function fieldLines(name: FieldName, values: ArticleValues, choices: ArticleChoices, words: DeskWords['form']): string[] {
  switch (name) {
    case 'body':
      return toPlainBlocks(values.body).map((block) => block.text)
    case 'categoryIds':
      return values.categoryIds.map((id) => nameOf(choices.categories, id))
    case 'units':
      return values.units.map(({ unitId, role }) => `${nameOf(choices.units, unitId)} (${words.unitRoles[role]})`)
    case 'bylines':
      return values.bylines.map(({ authorId, role }) => `${nameOf(choices.authors, authorId)} (${words.bylineRoles[role]})`)
    case 'event':
      return eventLines(values.event)
    case 'unitId':
      return [nameOf(choices.units, values.unitId)]
    default:
      return [values[name]].filter((text) => text !== '')
  }
}

function eventLines({ startsOn, endsOn, place }: ArticleValues['event']): string[] {
  return [startsOn ? formatDateRange(startsOn, endsOn || null) : '', place].filter((text) => text !== '')
}

function nameOf(known: readonly Named[], id: string): string {
  return known.find((item) => item.id === id)?.name ?? id
}
