import { isDeepStrictEqual } from 'node:util'
import type { UnitField } from '@bantin/shared/organization-import'
import { v7 as uuidv7 } from 'uuid'
import type { KnownUnit } from './known.repository.ts'
import { addProblem, type Line } from './lines.ts'
import { readUnit, type UnitSaid } from './read-unit-lines.ts'
import { type FoundUnit, indexUnits, type UnitIndex } from './unit-index.ts'

/** What is to be done for a line about a unit: make it, or change these fields of the one that is there. */
export interface UnitPlan extends FoundUnit {
  line: Line<UnitField>
  said: UnitSaid
  known: KnownUnit | undefined
  /** What it stands below, where the line says so; it may be of another line. */
  parentId: string | undefined
  fields: string[]
}

/** Understands the lines. Those with problems are not to be taken. */
export function planUnits(lines: Line<UnitField>[], known: KnownUnit[], codeScheme: string | undefined): UnitPlan[] {
  const index = indexUnits<FoundUnit>(known)
  const byId = new Map(known.map((unit) => [unit.id, unit]))
  const first = new Map<string, Line<UnitField>>()
  const plans = lines.map((line) => {
    const plan = identify(line, readUnit(line, codeScheme), index, byId)
    const before = first.get(plan.id)
    if (line.problems.length === 0) {
      if (before) addProblem(line, null, 'twice', `Line ${before.line} is of the same unit.`)
      else first.set(plan.id, line)
    }
    // What other lines mean by its code or slug.
    if (!before) index.add(plan)
    return plan
  })
  for (const plan of plans) {
    plan.parentId = findParent(plan, index, codeScheme)
    plan.fields = plan.known ? changedFields(plan, plan.known) : []
  }
  return plans
}

/** Which unit the line is about: by its slug, then by its code; a new one where neither is anybody's. */
function identify(line: Line<UnitField>, said: UnitSaid, index: UnitIndex<FoundUnit>, byId: Map<string, KnownUnit>): UnitPlan {
  const { slug, code, codeScheme } = said
  if (code === undefined && slug === undefined) addProblem(line, 'code', 'missing', 'A unit is known by its code: write one.')
  if (code !== undefined && codeScheme === undefined) addProblem(line, 'codeScheme', 'missing', 'Say in which list the code stands.')
  const bySlug = slug === undefined ? undefined : index.bySlug(slug)
  const byCode = code === undefined || codeScheme === undefined ? undefined : index.byCode(codeScheme, code)
  if (bySlug && byCode && bySlug.id !== byCode.id)
    addProblem(line, 'code', 'contradiction', 'The code and the address are those of two units.')
  if (!bySlug && byCode && slug !== undefined && byCode.slug !== undefined) {
    addProblem(line, 'slug', 'contradiction', `The unit with this code has the address ${byCode.slug}: an address is changed on its page.`)
  }
  const found = bySlug ?? byCode
  const known = found && byId.get(found.id)
  if (!found) requireNew(line, said)
  return { line, said, known, id: found?.id ?? uuidv7(), slug, code, codeScheme, parentId: undefined, fields: [] }
}

/** What a new unit cannot be without. */
function requireNew(line: Line<UnitField>, said: UnitSaid): void {
  const asked = [
    ['name', 'A new unit has a name.'],
    ['kind', 'A new unit is of some kind.'],
  ] as const
  for (const [field, message] of asked) {
    if (said[field] === undefined && line.cells[field] === undefined) addProblem(line, field, 'missing', message)
  }
}

function findParent({ line, said, id }: UnitPlan, index: UnitIndex<FoundUnit>, codeScheme: string | undefined): string | undefined {
  if (said.parent === undefined) return undefined
  const found = index.meant(said.parent, said.codeScheme ?? codeScheme)
  const [parent] = found
  if (!parent) return addProblem(line, 'parent', 'unknown', `There is no unit with the code or address "${said.parent}".`)
  if (found.length > 1) return addProblem(line, 'parent', 'ambiguous', `Several units have the code "${said.parent}", in different lists.`)
  if (parent.id === id) return addProblem(line, 'parent', 'unit_parents_not_self', 'A unit does not stand below itself.')
  return parent.id
}

const own = ['codeScheme', 'code', 'kind', 'openingHours', 'order', 'name', 'shortName', 'from'] as const

function changedFields({ line, said, parentId }: UnitPlan, known: KnownUnit): string[] {
  if (said.through !== undefined && said.through !== known.through) {
    addProblem(
      line,
      'through',
      'ended_by_reorganization',
      'A unit that is there is ended by a reorganization, and one that has ended stays so.',
    )
  }
  return [
    ...own.filter((field) => said[field] !== undefined && said[field] !== known[field]),
    ...(['address', 'phone', 'email'] as const).filter(
      (field) => !isDeepStrictEqual({ ...known.contacts, ...said.contacts }[field], known.contacts[field]),
    ),
    ...(parentId !== undefined && parentId !== known.parentId ? ['parent'] : []),
  ]
}
