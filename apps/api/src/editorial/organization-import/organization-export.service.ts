import type { PersonField, UnitField } from '@bantin/shared/organization-import'
import { personHeadings, unitHeadings } from '@bantin/shared/organization-import/columns'
import { appointmentKindWords, unitKindWords } from '@bantin/shared/organization-import/kinds'
import { stringify } from 'csv-stringify/sync'
import type { Db } from '../../db/client.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { csvForSpreadsheets } from '../csv.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import { findKnownAppointments, findKnownPeople, findKnownPosts, findKnownUnits, type KnownAppointment } from './known.repository.ts'
import { indexUnits, referenceTo } from './unit-index.ts'

type Row<F extends string> = Record<F, string | number | null | undefined>

/** All units or people as CSV, so that it can be brought in again: every line of it is unchanged then. Throws `forbidden`. */
export async function exportOrganization(db: Db, actor: ActingPerson, table: 'units' | 'people'): Promise<string> {
  requireOrganizationReader(actor)
  return table === 'units' ? csvOf(unitHeadings, await unitRows(db)) : csvOf(personHeadings, await personRows(db))
}

async function unitRows(db: Db): Promise<Row<UnitField>[]> {
  const units = await findKnownUnits(db)
  const index = indexUnits(units)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return units.map((unit) => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
    const { contacts, kind, codeScheme, code, slug, name, shortName, from, through, openingHours, order } = unit
    const { address, phone, email } = contacts
    return {
      ...{ codeScheme, code, slug, name, shortName, kind: unitKindWords[kind][0], parent: parent && referenceTo(parent, index) },
      ...{ from, through, address, phone, email, openingHours, order },
    }
  })
}

/** A row for each appointment, and one for whoever has none. */
async function personRows(db: Db): Promise<Row<PersonField>[]> {
  const units = await findKnownUnits(db)
  const index = indexUnits(units)
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const posts = new Map((await findKnownPosts(db)).map((post) => [post.id, post]))
  const appointments = new Map<string, KnownAppointment[]>()
  for (const one of await findKnownAppointments(db)) appointments.set(one.personId, [...(appointments.get(one.personId) ?? []), one])
  const people = await findKnownPeople(db)
  return people.flatMap(({ id, slug, name, contacts: { phone, email } }) => {
    const held: (KnownAppointment | undefined)[] = appointments.get(id) ?? [undefined]
    return held.map((one) => {
      const post = one && posts.get(one.postId)
      const unit = post && unitById.get(post.unitId)
      const kind = one && appointmentKindWords[one.kind][0]
      const { from, through, decisionNo } = one ?? {}
      const place = { order: post?.order, seniority: post?.seniority }
      return {
        ...{ name, slug, unit: unit && referenceTo(unit, index), post: post?.name, kind, from, through, decisionNo },
        ...place,
        phone,
        email,
      }
    })
  })
}

function csvOf<F extends string>(headings: Record<F, string[]>, rows: Row<F>[]): string {
  const columns = (Object.keys(headings) as F[]).map((key) => ({ key, header: headings[key][0] as string }))
  return stringify(rows, { ...csvForSpreadsheets, columns })
}
