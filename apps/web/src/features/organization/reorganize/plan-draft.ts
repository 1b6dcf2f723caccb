import type { MadeUnit, Reorganization, Successor } from '@bantin/shared/reorganizations'
import type { NamedItem } from '../../../ui/search-choice.tsx'

export const verbs = ['merge', 'split', 'replace', 'close', 'rename'] as const
export type Verb = (typeof verbs)[number]

/** What follows, as it is being filled in. */
export interface DraftSuccessor {
  key: number
  how: 'known' | 'made'
  unit: NamedItem | null
  name: string
  shortName: string
  kind: MadeUnit['kind']
  /** Undefined: below what the ended unit stands below; null: below none. */
  parent: NamedItem | null | undefined
}

/** A plan as it is being filled in; what belongs to another verb is kept for whoever comes back to it. */
export interface Draft {
  verb: Verb
  on: string
  units: readonly NamedItem[]
  into: readonly DraftSuccessor[]
  name: string
  shortName: string
  /** Appointments that end with the unit. */
  ending: readonly string[]
}

export type Step = 'what' | 'units' | 'follows' | 'name' | 'appointments' | 'preview'

export function successor(key: number): DraftSuccessor {
  return { key, how: 'made', unit: null, name: '', shortName: '', kind: 'department', parent: undefined }
}

export function emptyDraft(on: string): Draft {
  return { verb: 'merge', on, units: [], into: [successor(0), successor(1)], name: '', shortName: '', ending: [] }
}

export function stepsOf(verb: Verb): readonly Step[] {
  if (verb === 'close') return ['what', 'units', 'preview']
  if (verb === 'rename') return ['what', 'units', 'name', 'preview']
  return ['what', 'units', 'follows', 'appointments', 'preview']
}

/** The successors that the verb has: several of a split, else one. */
export function intoOf({ verb, into }: Draft): readonly DraftSuccessor[] {
  return verb === 'split' ? into : into.slice(0, 1)
}

export function unitsOf({ verb, units }: Draft): readonly NamedItem[] {
  return verb === 'merge' ? units : units.slice(0, 1)
}

/** What is wrong at a field: which word says what it lacks, or why the API refused it. */
export type Lack = { field: string } & ({ word: 'day' | 'unit' | 'units' | 'name' | 'known' | 'itself' } | { text: string })

/** What is wrong with a step before anything is sent; null when it is whole. */
export function lackOf(step: Step, draft: Draft): Lack | null {
  if (step === 'what') return draft.on ? null : { field: 'on', word: 'day' }
  if (step === 'units') return lackOfUnits(draft)
  if (step === 'name') return draft.name.trim() ? null : { field: 'name', word: 'name' }
  if (step !== 'follows') return null
  for (const { key, how, unit, name } of intoOf(draft)) {
    if (how === 'made' && !name.trim()) return { field: `name-${key}`, word: 'name' }
    if (how === 'known' && !unit) return { field: `unit-${key}`, word: 'known' }
    if (how === 'known' && isEnded(draft, unit)) return { field: `unit-${key}`, word: 'itself' }
  }
  return null
}

function lackOfUnits(draft: Draft): Lack | null {
  return unitsOf(draft).length > 0 ? null : { field: 'units', word: draft.verb === 'merge' ? 'units' : 'unit' }
}

/** One of several that are merged may be what they become; alone it would become itself. */
function isEnded(draft: Draft, unit: NamedItem | null): boolean {
  const units = unitsOf(draft)
  return units.some(({ id }) => id === unit?.id) && !(draft.verb === 'merge' && units.length > 1)
}

/** The plan to send. `held` are all appointments that could go on; without it all do. */
export function planOf(draft: Draft, held: readonly string[] | null): Reorganization {
  const { verb, on, ending } = draft
  const unitIds = unitsOf(draft).map(({ id }) => id)
  const unitId = unitIds[0] ?? ''
  const into = intoOf(draft).map(sent)
  const [first] = into as [Successor]
  const moving = held && ending.length > 0 ? { appointmentIds: held.filter((id) => !ending.includes(id)) } : {}
  if (verb === 'merge') return { verb, on, unitIds, into: first, ...moving }
  if (verb === 'split') return { verb, on, unitId, into, ...moving }
  if (verb === 'replace') return { verb, on, unitId, into: first, ...moving }
  if (verb === 'close') return { verb, on, unitId }
  return { verb, on, unitId, name: draft.name.trim(), shortName: draft.shortName.trim() || null }
}

function sent({ how, unit, name, shortName, kind, parent }: DraftSuccessor): Successor {
  if (how === 'known') return { id: unit?.id ?? '' }
  const place = parent === undefined ? {} : { parentId: parent?.id ?? null }
  return { make: { name: name.trim(), shortName: shortName.trim() || null, kind, ...place } }
}
