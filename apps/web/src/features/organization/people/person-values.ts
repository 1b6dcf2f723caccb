import type { EditorialPerson, PersonPatch } from '@bantin/shared/editorial-people'
import type { OrganizationWords } from '../../../lib/i18n/desk/vi-organization.ts'
import type { UnitWords } from '../../../lib/i18n/desk/vi-unit.ts'
import { isEmail } from '../../../lib/is-email.ts'
import type { FieldProblems, Filled } from '../../../ui/use-ask-form.ts'
import { isSlug } from '../is-slug.ts'

/** What is said of somebody, by the words for it. */
export function saidOf(person: EditorialPerson, words: UnitWords, { slug }: OrganizationWords): Record<string, string> {
  return {
    [words.people.name]: person.name,
    [words.person.sortKey]: person.sortKey,
    [words.person.bio]: person.bio ?? '',
    [words.person.photo.label]: person.photoMediaId ?? '',
    [words.person.phone]: person.contacts.phone ?? '',
    [words.person.email]: person.contacts.email ?? '',
    [slug]: person.slug,
  }
}

/** What of it was changed, or what is wrong with which field. With another name the sort key is made anew, unless it is changed too. */
export function readPerson(
  filled: Filled,
  shown: EditorialPerson,
  photoMediaId: string | null,
  words: { missing: string; slugWrong: string; emailWrong: string },
): { send: PersonPatch } | { wrong: FieldProblems } {
  const [name, sortKey, bio, slug] = [filled('name'), filled('sortKey'), filled('bio'), filled('slug')]
  const [phone, email] = [filled('phone') || null, filled('email') || null]
  const wrong: FieldProblems = {
    ...(name ? {} : { name: words.missing }),
    ...(isSlug(slug) ? {} : { slug: words.slugWrong }),
    ...(email && !isEmail(email) ? { email: words.emailWrong } : {}),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const hasOtherContacts = phone !== (shown.contacts.phone ?? null) || email !== (shown.contacts.email ?? null)
  return {
    send: {
      ...(name === shown.name ? {} : { name }),
      ...(sortKey === shown.sortKey ? {} : { sortKey: sortKey || null }),
      ...(bio === (shown.bio ?? '') ? {} : { bio: bio || null }),
      ...(photoMediaId === shown.photoMediaId ? {} : { photoMediaId }),
      ...(hasOtherContacts ? { contacts: { phone, email } } : {}),
      ...(slug === shown.slug ? {} : { slug }),
    },
  }
}
