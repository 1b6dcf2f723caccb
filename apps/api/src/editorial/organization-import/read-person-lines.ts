import type { PersonField } from '@bantin/shared/organization-import'
import { readAppointmentKind } from '@bantin/shared/organization-import/kinds'
import { readDay, readKind, readPlace, readSlug, readText, requireOrder, saidOf } from './cells.ts'
import { addProblem, type Line } from './lines.ts'

/** What a line says of somebody in a post: undefined where it says nothing. */
export type PersonSaid = ReturnType<typeof readPerson>

export function readPerson(line: Line<PersonField>) {
  const said = {
    name: readName(line),
    slug: readSlug(line, 'slug'),
    unit: readText(line, 'unit', 90),
    post: readText(line, 'post', 200),
    kind: readKind(line, 'kind', readAppointmentKind),
    from: readDay(line, 'from'),
    through: readDay(line, 'through'),
    decisionNo: readText(line, 'decisionNo', 100),
    order: readPlace(line, 'order'),
    seniority: readPlace(line, 'seniority'),
    contacts: saidOf({ phone: readText(line, 'phone', 100), email: readText(line, 'email', 200) }),
  }
  requireOrder(line, said.from, said.through)
  requireBoth(line, said)
  return said
}

/** No address of a page: names stand in mails. */
function readName(line: Line<PersonField>): string | undefined {
  const name = readText(line, 'name', 100)
  return name?.includes('://') ? addProblem(line, 'name', 'not_a_line', 'A name has no address of a page in it.') : name
}

/** A post is one of a unit. A line with neither is only about the person. */
function requireBoth(line: Line<PersonField>, { unit, post, ...said }: { unit?: unknown; post?: unknown } & Record<string, unknown>): void {
  const { cells } = line
  const isOfPost = ['kind', 'from', 'through', 'decisionNo', 'order', 'seniority'].some((field) => said[field] !== undefined)
  const isNamed = unit !== undefined || post !== undefined || isOfPost
  if (isNamed && cells.unit === undefined) addProblem(line, 'unit', 'missing', 'Write the code of the unit whose post it is.')
  if (isNamed && cells.post === undefined) addProblem(line, 'post', 'missing', 'Write what the post is called.')
}
