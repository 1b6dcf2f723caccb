import type { OrganizationWords } from '../../lib/i18n/desk/vi-organization.ts'
import type { FieldProblems, Filled } from '../../ui/use-ask-form.ts'
import { type Days, readDays } from './read-days.ts'
import type { Row } from './use-rows.ts'

/** The days of every line as they are filled in; what is wrong stands by the place of the line, as the API says it. */
export function readRows<Item extends Days>(
  list: 'names' | 'parents' | 'members',
  rows: readonly Row<Item>[],
  filled: Filled,
  form: HTMLFormElement | null,
  words: OrganizationWords['days'],
): { days: Days[]; wrong: FieldProblems } {
  const wrong: FieldProblems = {}
  const days = rows.map(({ key }, at) => {
    const [from, through] = [`${list}/${key}/from`, `${list}/${key}/through`]
    const read = readDays(filled, form, { from, through }, words)
    if (read.wrong[from]) wrong[`${list}/${at}/from`] = read.wrong[from]
    if (read.wrong[through]) wrong[`${list}/${at}/through`] = read.wrong[through]
    return read.days
  })
  return { days, wrong }
}
