import type { PersonField } from '@bantin/shared/organization-import'
import type { PersonContacts } from '@bantin/shared/people'
import { v7 as uuidv7 } from 'uuid'
import type { KnownAppointment, KnownPerson, KnownPost, KnownUnit } from './known.repository.ts'
import { addProblem, type Line } from './lines.ts'
import { type PersonSaid, readPerson } from './read-person-lines.ts'
import { indexUnits, type UnitIndex } from './unit-index.ts'

/** Somebody whom lines are about; `said` is what is to be said of him, with the line that says it. */
export interface PlannedPerson {
  id: string
  slug: string | undefined
  name: string
  /** As it is by now: name and contacts. */
  now: Record<string, unknown>
  contacts: PersonContacts
  version: number
  said: Map<string, { value: string | number; line: number }>
  /** In the posts of which units he is, was or will be. */
  unitIds: Set<string>
  isTaken: boolean
}

export interface PersonPlan {
  line: Line<PersonField>
  said: PersonSaid
  person: PlannedPerson | undefined
  unitId: string | undefined
}

export interface KnownOrganization {
  units: KnownUnit[]
  people: KnownPerson[]
  posts: KnownPost[]
  appointments: KnownAppointment[]
}

/** Understands whom each line is about, and the post of which unit. Those with problems are not to be taken. */
export function planPeople(lines: Line<PersonField>[], known: KnownOrganization, codeScheme: string | undefined): PersonPlan[] {
  const units = indexUnits(known.units)
  const people = indexPeople(known)
  return lines.map((line) => {
    const said = readPerson(line)
    const unitId = findUnit(line, said, units, codeScheme)
    const person = people.find(line, said, unitId)
    if (person) {
      const { name, contacts } = said
      say(line, person.said, { ...contacts, ...(name !== undefined && { name }) })
      if (unitId !== undefined) person.unitIds.add(unitId)
    }
    return { line, said, person, unitId }
  })
}

/** Two lines do not say different things of the same: the second has a problem. */
export function say(
  line: Line<PersonField>,
  said: Map<string, { value: string | number; line: number }>,
  fields: Record<string, string | number | undefined>,
): void {
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const before = said.get(field)
    if (before && before.value !== value) addProblem(line, field, 'contradiction', `Line ${before.line} says ${before.value}.`)
    else if (!before && line.problems.length === 0) said.set(field, { value, line: line.line })
  }
}

function findUnit(line: Line<PersonField>, said: PersonSaid, units: UnitIndex<KnownUnit>, scheme: string | undefined): string | undefined {
  if (said.unit === undefined) return undefined
  const found = units.meant(said.unit, scheme)
  const [unit] = found
  if (!unit) return addProblem(line, 'unit', 'unknown', `There is no unit with the code or address "${said.unit}".`)
  if (found.length > 1) return addProblem(line, 'unit', 'ambiguous', `Several units have the code "${said.unit}", in different lists.`)
  return unit.id
}

/** Finds people by their slugs and names, those of earlier lines too. */
function indexPeople({ people, posts, appointments }: KnownOrganization) {
  const bySlug = new Map<string, PlannedPerson>()
  const byName = new Map<string, PlannedPerson[]>()
  const byId = new Map<string, PlannedPerson>()
  const add = (person: PlannedPerson): PlannedPerson => {
    byId.set(person.id, person)
    if (person.slug !== undefined) bySlug.set(person.slug, person)
    byName.set(person.name, [...(byName.get(person.name) ?? []), person])
    return person
  }
  for (const known of people)
    add({ ...known, now: { name: known.name, ...known.contacts }, said: new Map(), unitIds: new Set(), isTaken: true })
  const unitOf = new Map(posts.map(({ id, unitId }) => [id, unitId]))
  for (const { personId, postId } of appointments) byId.get(personId)?.unitIds.add(unitOf.get(postId) ?? '')

  function find(line: Line<PersonField>, { slug, name }: PersonSaid, unitId: string | undefined): PlannedPerson | undefined {
    const found = slug === undefined ? undefined : bySlug.get(slug)
    if (found) return found
    if (name === undefined) return line.cells.name === undefined ? addProblem(line, 'name', 'missing', 'Write the full name.') : undefined
    const called = slug === undefined ? (byName.get(name) ?? []) : []
    const here = called.length > 1 ? called.filter(({ unitIds }) => unitId !== undefined && unitIds.has(unitId)) : called
    if (here.length === 1) return here[0]
    if (called.length > 1) {
      return addProblem(
        line,
        'name',
        'ambiguous',
        `${called.length} people are called so: write the last part of the address of the one who is meant.`,
      )
    }
    // Of a line with problems nobody comes into being.
    if (line.problems.length > 0) return undefined
    const beginning = { now: {}, contacts: {}, version: 1, said: new Map(), unitIds: new Set<string>(), isTaken: false }
    return add({ id: uuidv7(), slug, name, ...beginning })
  }
  return { find }
}
