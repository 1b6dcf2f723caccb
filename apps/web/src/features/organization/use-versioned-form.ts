import { useOrganizationText } from '../../lib/i18n/desk/use-organization-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { type FormTask, useVersionedForm as useForm, type Versioned } from '../../ui/use-versioned-form.ts'
import { useRefusal } from './use-refusal.ts'

export type { Outcome } from '../../ui/use-versioned-form.ts'

/** A form over a part of a unit or a person, which says in their words why something was not saved. */
export function useVersionedForm<Thing extends Versioned, Patch extends object>(
  thing: Thing,
  saying: Saying,
  task: FormTask<Thing, Patch>,
) {
  return useForm(thing, saying, task, { stale: useOrganizationText().stale, refusal: useRefusal() })
}
