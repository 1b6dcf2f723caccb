import { isPageLink } from '@bantin/shared/link-target'
import type { SiteIdentity, SiteIdentityPatch } from '@bantin/shared/site-identity'
import { type MenuPlace, menuPlaces } from '@bantin/shared/site-places'
import type { IdentityWords } from '../../lib/i18n/desk/vi-identity.ts'
import { isEmail } from '../../lib/is-email.ts'
import type { FieldProblems, Filled } from '../../ui/use-ask-form.ts'

/** An entry of a menu as it is edited: its fields are in the page under its key. */
export interface MenuEntry {
  key: string
  name: string
  url: string
}

export type Menus = Record<MenuPlace, MenuEntry[]>

export const texts = ['name', 'shortName', 'responsiblePerson', 'licence', 'reuse'] as const
export const contacts = ['address', 'phone', 'email'] as const

/** The entries of each menu, with keys of their own. */
export function menusOf({ menus }: SiteIdentity): Menus {
  const entriesAt = (place: MenuPlace): MenuEntry[] =>
    (menus.find(({ name }) => name === place)?.items ?? []).map((item, at) => ({ key: `${place}${at}`, ...item }))
  return { main: entriesAt('main'), footer: entriesAt('footer') }
}

/** The names of an entry's fields in the form. */
export function fieldsOf({ key }: MenuEntry): { name: string; url: string } {
  return { name: `${key}-name`, url: `${key}-url` }
}

/** What was changed against what was read, or what is wrong with which field. */
export function readIdentity(
  filled: Filled,
  { before, menus, logoMediaId }: { before: SiteIdentity; menus: Menus; logoMediaId: string | null },
  words: IdentityWords['problems'],
): { send: SiteIdentityPatch } | { wrong: FieldProblems } {
  const entries = menuPlaces.flatMap((place) => menus[place])
  const wrong: FieldProblems = {
    ...(filled('name') ? {} : { name: words.name }),
    ...(filled('email') && !isEmail(filled('email')) ? { email: words.email } : {}),
    ...Object.fromEntries(entries.flatMap((entry) => wrongEntry(entry, filled, words))),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const now = {
    ...Object.fromEntries(texts.map((name) => [name, lineOf(filled(name))])),
    contacts: Object.fromEntries(contacts.map((name) => [name, lineOf(filled(name))])),
    menus: menuPlaces
      .map((name) => ({ name, items: menus[name].map((entry) => entryOf(entry, filled)).filter(({ url }) => url !== '') }))
      .filter(({ items }) => items.length > 0),
    logoMediaId,
  }
  return { send: differing(now as unknown as SiteIdentityPatch, before) }
}

function differing(now: SiteIdentityPatch, before: SiteIdentity): SiteIdentityPatch {
  const changed = (Object.keys(now) as (keyof SiteIdentityPatch)[]).filter(
    (name) => JSON.stringify(now[name]) !== JSON.stringify(name === 'menus' ? inOrder(before) : before[name]),
  )
  return Object.fromEntries(changed.map((name) => [name, now[name]]))
}

/** Menus without entries are none. */
function inOrder({ menus }: SiteIdentity): SiteIdentity['menus'] {
  return menuPlaces.flatMap((place) => menus.filter(({ name, items }) => name === place && items.length > 0))
}

function lineOf(text: string): string | null {
  return text.replace(/\s+/g, ' ') || null
}

function entryOf(entry: MenuEntry, filled: Filled): { name: string; url: string } {
  const fields = fieldsOf(entry)
  return { name: filled(fields.name).replace(/\s+/g, ' '), url: filled(fields.url) }
}

/** An entry that nothing is written in is left out. */
function wrongEntry(entry: MenuEntry, filled: Filled, words: IdentityWords['problems']): [string, string][] {
  const fields = fieldsOf(entry)
  const { name, url } = entryOf(entry, filled)
  if (name === '' && url === '') return []
  return [
    ...(name === '' ? [[fields.name, words.entryName] as [string, string]] : []),
    ...(isPageLink(url) ? [] : [[fields.url, words.entryUrl] as [string, string]]),
  ]
}
