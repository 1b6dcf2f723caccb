import type { ArticleUnit, Byline, EditorialArticle } from '@bantin/shared/editorial-articles'
import type { FieldDiff } from '@bantin/shared/revisions'
import { formatDateRange } from '../../lib/format.ts'
import type { HistoryWords } from '../../lib/i18n/desk/vi-history.ts'
import type { Locale } from '../../lib/i18n/locale.ts'

type ValueName = Exclude<FieldDiff['name'], 'title' | 'kicker' | 'sapo'>

/** Names of what an article names by its id; undefined for what is not known here. */
export type NameOf = (id: string) => string | undefined

/** A field's value in words, for reading beside another one. */
export function sayValue(name: ValueName, value: unknown, nameOf: NameOf, words: HistoryWords, locale: Locale): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return words.none
  const names = (ids: string[]) => ids.map((id) => nameOf(id) ?? words.unnamed).join(', ')
  switch (name) {
    case 'categoryIds':
      return names(value as string[])
    case 'units':
      return names((value as ArticleUnit[]).map((unit) => unit.unitId))
    case 'bylines':
      return names((value as Byline[]).map((byline) => byline.authorId))
    case 'genre':
      return value as string
    case 'event': {
      const { startsOn, endsOn, place } = value as NonNullable<EditorialArticle['event']>
      return [formatDateRange(startsOn, endsOn, locale), place].filter(Boolean).join(', ')
    }
    case 'source': {
      const { name: source, url, author } = value as NonNullable<EditorialArticle['source']>
      return [source, author, url].filter(Boolean).join(', ')
    }
    default:
      return words.unnamed
  }
}
