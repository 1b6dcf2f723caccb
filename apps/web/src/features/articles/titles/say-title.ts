import type { Title } from '@bantin/shared/titles'
import type { TitlesWords } from '../../../lib/i18n/desk/vi-titles.ts'
import type { Locale } from '../../../lib/i18n/locale.ts'
import { sayDays } from '../../../lib/say-days.ts'

/** The days of a title: "01/01/2018 – 31/12/2021". */
export function sayTitleDays(title: Title, words: TitlesWords, locale: Locale): string {
  return sayDays(title, { from: words.since, through: words.through }, locale)
}

/** A title with the unit as it was called on the day. */
export function sayTitle({ post, unit }: Title): string {
  return `${post}, ${unit.name}`
}
