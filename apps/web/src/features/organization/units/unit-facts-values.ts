import type { EditorialUnit, UnitPatch } from '@bantin/shared/editorial-units'
import type { OrganizationWords } from '../../../lib/i18n/desk/vi-organization.ts'
import type { UnitWords } from '../../../lib/i18n/desk/vi-unit.ts'
import { isEmail } from '../../../lib/is-email.ts'
import type { FieldProblems, Filled } from '../../../ui/use-ask-form.ts'
import { isSlug } from '../is-slug.ts'

/** What is said of a unit, by the words for it. */
export function factsOf(unit: EditorialUnit, words: UnitWords['facts'], { slug, kinds }: OrganizationWords): Record<string, string> {
  return {
    [words.kind]: kinds[unit.kind],
    [words.order]: String(unit.order),
    [words.codeScheme]: unit.codeScheme ?? '',
    [words.code]: unit.code ?? '',
    [words.address]: unit.contacts.address ?? '',
    [words.phone]: unit.contacts.phone ?? '',
    [words.email]: unit.contacts.email ?? '',
    [words.openingHours]: unit.openingHours ?? '',
    [slug]: unit.slug,
  }
}

/** What of it was changed, or what is wrong with which field. */
export function readFacts(
  filled: Filled,
  shown: EditorialUnit,
  words: UnitWords['facts'],
  organization: OrganizationWords,
): { send: UnitPatch } | { wrong: FieldProblems } {
  const wrong = faultsOf(filled, words, organization)
  if (Object.keys(wrong).length > 0) return { wrong }
  const orNull = (name: string): string | null => filled(name) || null
  const codes = { codeScheme: orNull('codeScheme'), code: orNull('code') }
  const contacts = { address: orNull('address'), phone: orNull('phone'), email: orNull('email') }
  const { address = null, phone = null, email = null } = shown.contacts
  const now = { kind: filled('kind') as EditorialUnit['kind'], order: Number(filled('order')), slug: filled('slug') }
  const hours = orNull('openingHours')
  return {
    send: {
      ...(now.kind === shown.kind ? {} : { kind: now.kind }),
      ...(now.order === shown.order ? {} : { order: now.order }),
      ...(now.slug === shown.slug ? {} : { slug: now.slug }),
      ...(codes.code === shown.code && codes.codeScheme === shown.codeScheme ? {} : codes),
      ...(JSON.stringify(contacts) === JSON.stringify({ address, phone, email }) ? {} : { contacts }),
      ...(hours === shown.openingHours ? {} : { openingHours: hours }),
    },
  }
}

function faultsOf(filled: Filled, words: UnitWords['facts'], { orderWrong, slugWrong }: OrganizationWords): FieldProblems {
  const wrong: FieldProblems = {}
  if (!/^\d{1,6}$/.test(filled('order')) || Number(filled('order')) > 100_000) wrong.order = orderWrong
  if ((filled('code') === '') !== (filled('codeScheme') === '')) wrong[filled('code') ? 'codeScheme' : 'code'] = words.codeHalf
  if (filled('email') && !isEmail(filled('email'))) wrong.email = words.emailWrong
  if (!isSlug(filled('slug'))) wrong.slug = slugWrong
  return wrong
}
