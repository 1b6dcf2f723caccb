import type { UnitField } from '@bantin/shared/organization-import'
import { readUnitKind } from '@bantin/shared/organization-import/kinds'
import { readDay, readKind, readPlace, readSlug, readText, requireOrder, saidOf } from './cells.ts'
import { addProblem, type Line } from './lines.ts'

/** What a line says of a unit: undefined where it says nothing. */
export type UnitSaid = ReturnType<typeof readUnit>

export function readUnit(line: Line<UnitField>, codeScheme: string | undefined) {
  const [code, scheme] = [readText(line, 'code', 40), readText(line, 'codeScheme', 40)]
  const said = {
    code,
    // A list without a code says nothing.
    codeScheme: code === undefined ? undefined : (scheme ?? codeScheme),
    slug: readSlug(line, 'slug'),
    name: readText(line, 'name', 200),
    shortName: readText(line, 'shortName', 60),
    kind: readKind(line, 'kind', readUnitKind),
    parent: readText(line, 'parent', 90),
    from: readDay(line, 'from'),
    through: readDay(line, 'through'),
    contacts: saidOf({
      address: readText(line, 'address', 300),
      phone: readText(line, 'phone', 100),
      email: readText(line, 'email', 200),
    }),
    openingHours: readText(line, 'openingHours', 300),
    order: readPlace(line, 'order'),
  }
  requireOrder(line, said.from, said.through)
  // It is closed on the day after, which has no date of four digits.
  if (said.through === '9999-12-31') addProblem(line, 'through', 'not_a_day', 'Leave the cell empty where a unit has no end.')
  return said
}
