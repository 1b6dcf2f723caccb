import type { AuditRow } from '@bantin/shared/audit'
import { formatMoment } from '../../lib/format.ts'
import type { AuditWords } from '../../lib/i18n/desk/vi-audit.ts'
import type { AuditNames } from '../../lib/i18n/desk/vi-audit-names.ts'
import type { Locale } from '../../lib/i18n/locale.ts'
import { sayAddress } from '../../lib/say-address.ts'
import { inZone } from '../../lib/site-time.ts'

export type LogWords = AuditWords & Omit<AuditNames, 'values'> & { values: Record<string, string> }

/** Names of articles, people, units and categories by their ids, as far as they are known. */
export type KnownNames = ReadonlyMap<string, string>

/** A deed in words; one that is newer than this page under its own name. */
export function sayAction(action: string, words: LogWords): string {
  return nameIn(words.actions, action) ?? action
}

/** Who did it: a person by the name of that time, the clock and commands in words; who answered a link is told from who has an account. */
export function sayActor({ id, name }: AuditRow['actor'], words: LogWords): string {
  if (id !== null) return name
  if (name.endsWith(askedByLink)) return words.byLink(name.slice(0, -askedByLink.length))
  return nameIn(words.people, name) ?? name
}

/** How the log, whose words are those of the API, marks a person who answered by link. */
const askedByLink = ' (asked by link, no account)'

/** What kind of thing it was done to. */
export function sayEntity(entity: string, words: LogWords): string {
  return nameIn(words.entities, entity) ?? entity
}

export interface Pair {
  label: string
  value: string
  /** To be compared letter by letter rather than read. */
  isCode?: boolean
}

export interface Language {
  words: LogWords
  names: KnownNames
  locale: Locale
  /** Of the site: moments in the details are told by its clock. */
  timeZone: string
}

/** What is written with a word of ours; all else is what people wrote. */
const coded = new Set([
  ...['publishingPolicy', 'minorDirect', 'secondFactorRequired', 'secondFactor', 'kind', 'answer', 'role'],
  ...['articles', 'schedules', 'links', 'clients', 'grants', 'disable', 'disabled', 'level', 'isClosed', 'isEnabled'],
])

/** All that a row tells beside who, what and when, as pairs to read. */
export function pairsOf(row: AuditRow, language: Language): Pair[] {
  const { pairs, fields, keys } = language.words
  const changed = row.fields.map((field) => nameIn(fields, `${row.action}.${field}`) ?? nameIn(fields, field) ?? field).join(', ')
  const given = Object.entries(row.detail ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return [
    ...(changed ? [{ label: pairs.fields, value: changed }] : []),
    ...given.map(([key, value]) => ({
      label: nameIn(keys, `${row.action}.${key}`) ?? nameIn(keys, key) ?? key,
      value: sayValue(key, value, language),
    })),
    ...code(pairs.beforeHash, row.beforeHash),
    ...code(pairs.afterHash, row.afterHash),
    ...(row.version === null ? [] : [{ label: pairs.version, value: String(row.version) }]),
    ...code(pairs.address, row.address),
    ...code(pairs.id, row.entityId),
    { label: pairs.row, value: String(row.id) },
  ]
}

function code(label: string, value: string | null): Pair[] {
  return value === null ? [] : [{ label, value, isCode: true }]
}

/**
 * The name of what it was done to, if there is one: of an old address or a webhook that is the address itself, of an abbreviation its short
 * form, of a portal its name of that time.
 */
export function nameOf({ entity, entityId, detail }: AuditRow, names: KnownNames): string | undefined {
  const { fromPathQuery, short, name, url } = detail ?? {}
  const address = fromPathQuery ?? (entity === 'webhook' ? url : undefined)
  const plain = short ?? (entity === 'client' ? name : undefined)
  return names.get(entityId) ?? (typeof address === 'string' ? sayAddress(address) : typeof plain === 'string' ? plain : undefined)
}

/** A change is told with what was before; what has no words of its own is written as it is. */
function sayValue(key: string, value: unknown, language: Language): string {
  const { words, names, locale, timeZone } = language
  if (Array.isArray(value)) return sayList(key, value, language)
  if (value !== null && typeof value === 'object') return sayObject(key, value, language)
  const text = String(value)
  if (key === 'fromPathQuery' || key === 'url') return sayAddress(text)
  if (key === 'action') return sayAction(text, words)
  if (key === 'entity') return sayEntity(text, words)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return formatMoment(inZone(timeZone, text), locale)
  return names.get(text) ?? (coded.has(key) ? nameIn(words.values, text) : undefined) ?? text
}

function sayList(key: string, values: unknown[], language: Language): string {
  const said = values.map((each) => sayValue(key, each, language))
  // Roles have commas of their own.
  return said.join(key === 'grants' ? '; ' : ', ') || (language.words.values.null ?? '')
}

/** What is known to be told: a change, a role with its unit, or things that all have a name. */
function sayObject(key: string, value: object, language: Language): string {
  const { words, names } = language
  if ('before' in value && 'after' in value)
    return words.changed(sayValue(key, value.before, language), sayValue(key, value.after, language))
  if ('role' in value && 'unitId' in value) {
    const unit = value.unitId === null ? null : (names.get(String(value.unitId)) ?? String(value.unitId))
    return words.grant(sayValue('role', value.role, language), unit)
  }
  const entries = Object.entries(value)
  if (!entries.every(([name]) => nameIn(words.keys, name))) return JSON.stringify(value)
  return entries.map(([name, each]) => `${nameIn(words.keys, name)}: ${sayValue(name, each, language)}`).join('; ')
}

function nameIn(names: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined
}
