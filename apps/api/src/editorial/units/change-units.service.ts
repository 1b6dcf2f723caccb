import { isDeepStrictEqual } from 'node:util'
import type { EditorialUnit, NewUnit, UnitPatch } from '@bantin/shared/editorial-units'
import { can } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { mergeContacts } from '../../lib/merge-contacts.ts'
import { changeOrganization } from '../../publication/change-organization.ts'
import { forgetWaysTo, leadOnFrom } from '../../publication/moved-page.ts'
import { noteNames } from '../../publication/search/note-names.ts'
import { answerOnce } from '../answer-once.service.ts'
import { freeSlug, requireNoWayFrom } from '../free-slug.ts'
import { isNamedByArticle, isUnitSlug } from '../known-units.repository.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import { comparedNames, comparedParents, requireCode, requireDays, requireMayCreate } from './unit-rules.ts'
import * as repository from './units.repository.ts'
import { readUnit } from './units.service.ts'

const own = ['slug', 'kind', 'codeScheme', 'code', 'contacts', 'openingHours', 'order'] as const

/** Throws `forbidden`, `invalid_request` for half a code, `unknown_reference` for a parent, `conflict` with the rule that it would break. */
export async function createUnit(db: Db, call: GuardedCall, input: NewUnit): Promise<Answer<EditorialUnit>> {
  const { name, shortName = null, parentId = null, from = null, contacts, slug, ...said } = input
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      await requireMayCreate(tx, call.actor, parentId)
      requireCode(said)
      const id = uuidv7()
      const given = await freeSlug(tx, { page: 'don-vi', slug, name, isTaken: isUnitSlug })
      await repository.insertUnit(tx, { id, slug: given, ...said, contacts: mergeContacts({}, contacts) })
      await repository.changeNames(tx, id, [], [{ name, shortName, from }])
      if (parentId !== null) await repository.changeParents(tx, id, [], [{ parentId, from }])
      await noteNames(tx, 'unit', id, namesOf([{ name, shortName }]))
      const detail = { name, kind: input.kind, parentId, from }
      await recordAudit(tx, call.actor, { action: 'unit.create', entity: 'unit', entityId: id, version: 1, detail })
      const answer = await readUnit(tx, call.actor, id)
      return { answer: { ...answer, status: 201, location: `/api/v1/editorial/units/${id}` }, shown: [{ entity: 'unit', id }] }
    }),
  )
}

/**
 * Changes what is said of a unit; names and parents as whole lists. An address of before leads on to that of now. Throws what creating one
 * throws, and `not_found`, `version_required`, `version_stale`.
 */
export async function changeUnit(db: Db, call: GuardedCall, id: string, patch: UnitPatch): Promise<Answer<EditorialUnit>> {
  requireDays(patch)
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      const kept = await lockForChange(tx, call, id)
      const after = { ...kept, ...patch, contacts: mergeContacts(kept.contacts, patch.contacts) }
      const names = comparedNames(kept, patch.names)
      const parents = await comparedParents(tx, call.actor, kept, patch.parents)
      const changed = own.filter((name) => !isDeepStrictEqual(after[name], kept[name]))
      const lists = (
        [
          ['names', names],
          ['parents', parents],
        ] as const
      ).flatMap(([name, { gone, added }]) => (gone.length + added.length > 0 ? [name] : []))
      const fields = [...changed, ...lists]
      if (fields.length === 0) return { answer: answerOf(kept), shown: [] }
      requireCode(after)
      if (changed.includes('slug')) await requireNoWayFrom(tx, 'don-vi', after.slug, kept.slug)
      await repository.updateUnit(tx, id, Object.fromEntries(changed.map((name) => [name, after[name]])))
      await repository.changeNames(tx, id, names.gone, names.added)
      await repository.changeParents(tx, id, parents.gone, parents.added)
      await noteNames(tx, 'unit', id, namesOf(names.added))
      if (changed.includes('slug')) await leadOnFrom(tx, { page: 'don-vi', from: kept.slug, to: after.slug, movedBy: call.actor.userId })
      const detail = Object.fromEntries(fields.map((name) => [name, { before: kept[name], after: after[name] }]))
      await recordAudit(tx, call.actor, { action: 'unit.edit', entity: 'unit', entityId: id, version: kept.version + 1, fields, detail })
      return { answer: await readUnit(tx, call.actor, id), shown: [{ entity: 'unit', id }] }
    }),
  )
}

/** Deletes a unit that nothing refers to, as one made by mistake. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `conflict`. */
export async function removeUnit(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await db.transaction((tx) =>
    changeOrganization(tx, async () => {
      const { version, slug, name, kind } = await lockForChange(tx, call, id)
      if (await isNamedByArticle(tx, id)) throw new ProblemError('conflict', { detail: 'Articles name the unit.' })
      await repository.deleteUnit(tx, id)
      await forgetWaysTo(tx, 'don-vi', slug)
      await recordAudit(tx, call.actor, { action: 'unit.delete', entity: 'unit', entityId: id, version, detail: { slug, name, kind } })
      return { answer: { status: 204, body: null }, shown: [{ entity: 'unit', id, isGone: true }] }
    }),
  )
}

async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<EditorialUnit> {
  requireOrganizationReader(actor)
  await repository.lockUnit(tx, id)
  const kept = await repository.findUnit(tx, id)
  if (!kept) throw new ProblemError('not_found')
  if (!can(actor, 'units.change', kept)) throw new ProblemError('forbidden')
  requireRowVersion(kept.version, ifMatch)
  return kept
}

function namesOf(names: { name: string; shortName?: string | null }[]): string[] {
  return names.flatMap(({ name, shortName }) => [name, ...(shortName ? [shortName] : [])])
}

function answerOf(unit: EditorialUnit): Answer<EditorialUnit> {
  return { status: 200, body: unit, version: unit.version }
}
