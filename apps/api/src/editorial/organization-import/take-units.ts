import type { UnitField } from '@bantin/shared/organization-import'
import type { Db } from '../../db/client.ts'
import { noteAllNames } from '../../publication/search/note-names.ts'
import { inOrder } from './in-order.ts'
import { findKnownUnits, findTakenSlugs } from './known.repository.ts'
import { addProblem, type Line } from './lines.ts'
import { newSlug } from './new-slugs.ts'
import { planUnits, type UnitPlan } from './plan-units.ts'
import { takeInParts } from './take-in-parts.ts'
import { insertUnits, type NewUnitRow, type UnitChange, updateUnit } from './taken-units.repository.ts'

/** Does what the lines about units say, as far as it can be done. Answers what each came to, in their order. */
export async function takeUnits(tx: Db, lines: Line<UnitField>[], codeScheme: string | undefined): Promise<UnitPlan[]> {
  const plans = planUnits(lines, await findKnownUnits(tx), codeScheme)
  giveSlugs(plans, await findTakenSlugs(tx, 'don-vi'))
  const missing = new Set(plans.filter(isNew).map(({ id }) => id))
  for (const step of inOrder(plans)) {
    for (const { parentId, line } of step) {
      if (parentId !== undefined && missing.has(parentId)) {
        addProblem(line, 'parent', 'refused_above', 'The line of the unit above it is refused.')
      }
    }
    const able = step.filter((plan) => plan.line.problems.length === 0 && (isNew(plan) || plan.fields.length > 0))
    await takeInParts(tx, able, takeMany, (part) => {
      for (const { id } of part) missing.delete(id)
    })
  }
  return plans
}

function isNew({ known }: UnitPlan): boolean {
  return known === undefined
}

/** New units without an address get one of their names. */
function giveSlugs(plans: UnitPlan[], taken: Set<string>): void {
  const isAble = ({ line, known }: UnitPlan) => !known && line.problems.length === 0
  for (const { line, slug } of plans.filter(isAble)) {
    if (slug === undefined) continue
    if (taken.has(slug)) addProblem(line, 'slug', 'taken', 'This is an address of before, which leads elsewhere.')
    taken.add(slug)
  }
  for (const plan of plans.filter(isAble)) {
    if (plan.slug !== undefined) continue
    plan.slug = newSlug(plan.said.name ?? '', taken)
  }
}

async function takeMany(part: Db, plans: UnitPlan[]): Promise<void> {
  await insertUnits(part, plans.filter(isNew).map(newRow))
  for (const change of plans.flatMap(changeOf)) await updateUnit(part, change)
  const named = plans.flatMap(({ id, said }) => [said.name, said.shortName].flatMap((name) => (name === undefined ? [] : [{ id, name }])))
  await noteAllNames(part, 'unit', named)
}

function newRow({ id, slug, said, parentId: below }: UnitPlan): NewUnitRow {
  const parentId = below ?? null
  const { code = null, codeScheme = null, kind = 'other', contacts, openingHours = null, order = 0 } = said
  const { name = '', shortName = null, from = null, through = null } = said
  return {
    unit: { id, slug: slug ?? '', kind, codeScheme: code === null ? null : codeScheme, code, contacts, openingHours, order },
    ...{ name, shortName, parentId, from, through },
  }
}

function changeOf({ known, said, fields, parentId }: UnitPlan): UnitChange[] {
  if (!known) return []
  const isChanged = (field: string) => fields.includes(field)
  const own = (['codeScheme', 'code', 'kind', 'openingHours', 'order'] as const).filter(isChanged)
  const named = (['name', 'shortName'] as const).filter(isChanged)
  return [
    {
      id: known.id,
      fields: {
        ...Object.fromEntries(own.map((field) => [field, said[field]])),
        ...(['address', 'phone', 'email'].some(isChanged) && { contacts: { ...known.contacts, ...said.contacts } }),
      },
      name: named.length === 0 ? undefined : { id: known.nameId, fields: Object.fromEntries(named.map((field) => [field, said[field]])) },
      from: isChanged('from') ? said.from : undefined,
      parent: isChanged('parent') && parentId !== undefined ? { placeId: known.placeId, id: parentId } : undefined,
    },
  ]
}
