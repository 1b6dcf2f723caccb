import type { OrganizationWords } from '../../lib/i18n/desk/vi-organization.ts'
import type { FieldProblems, Filled } from '../../ui/use-ask-form.ts'

export interface Days {
  from: string | null
  through: string | null
}

/** The days of a period as they are filled in, null for a field that is left empty; and what is wrong with which field. */
export function readDays(
  filled: Filled,
  form: HTMLFormElement | null,
  { from, through }: { from: string; through: string },
  words: OrganizationWords['days'],
): { days: Days; wrong: FieldProblems } {
  const days = { from: filled(from) || null, through: filled(through) || null }
  const wrong: FieldProblems = {}
  if (isBroken(form, from)) wrong[from] = words.broken
  if (isBroken(form, through)) wrong[through] = words.broken
  if (days.from && days.through && days.through < days.from) wrong[through] = words.backwards
  return { days, wrong }
}

/** A day of which only a part is typed: the browser gives it as empty. */
export function isBroken(form: HTMLFormElement | null, name: string): boolean {
  const input = form?.elements.namedItem(name)
  return input instanceof HTMLInputElement && input.validity?.badInput === true
}
