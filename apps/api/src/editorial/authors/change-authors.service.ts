import type { AuthorPatch, EditorialAuthor, NewAuthor } from '@bantin/shared/editorial-authors'
import { can } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { changeOrganization } from '../../publication/change-organization.ts'
import { forgetWaysTo, leadOnFrom } from '../../publication/moved-page.ts'
import { noteNames } from '../../publication/search/note-names.ts'
import { answerOnce } from '../answer-once.service.ts'
import { freeSlug, requireNoWayFrom } from '../free-slug.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import * as repository from './authors.repository.ts'
import { readAuthor } from './authors.service.ts'

/** Throws `forbidden`, `unknown_reference` for a unit or somebody who is not there, `conflict` for an address that is taken. */
export async function createAuthor(db: Db, call: GuardedCall, input: NewAuthor): Promise<Answer<EditorialAuthor>> {
  const { name, slug, ...said } = input
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      requireMayChange(call.actor)
      await requireKnown(tx, said)
      const id = uuidv7()
      const given = await freeSlug(tx, { page: 'tac-gia', slug, name, isTaken: repository.hasSlug })
      await repository.insertAuthor(tx, { id, slug: given, displayName: name, ...said })
      await noteNames(tx, 'author', id, [name])
      await recordAudit(tx, call.actor, { action: 'author.create', entity: 'author', entityId: id, version: 1, detail: { name } })
      const answer = await readAuthor(tx, call.actor, id)
      return { answer: { ...answer, status: 201, location: `/api/v1/editorial/authors/${id}` }, shown: [{ entity: 'author', id }] }
    }),
  )
}

const own = ['name', 'slug', 'kind', 'bio', 'unitId', 'personId'] as const

/** Throws what creating one throws, and `not_found`, `version_required`, `version_stale`. */
export async function changeAuthor(db: Db, call: GuardedCall, id: string, patch: AuthorPatch): Promise<Answer<EditorialAuthor>> {
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      const kept = await lockForChange(tx, call, id)
      const before = fieldsOf(kept)
      const after = { ...before, ...patch }
      const fields = own.filter((name) => after[name] !== before[name])
      if (fields.length === 0) return { answer: { status: 200, body: kept, version: kept.version }, shown: [] }
      await requireKnown(tx, patch)
      if (fields.includes('slug')) await requireNoWayFrom(tx, 'tac-gia', after.slug, before.slug)
      const { name: displayName, ...said } = after
      await repository.updateAuthor(tx, id, { displayName, ...said })
      if (fields.includes('name')) await noteNames(tx, 'author', id, [displayName])
      if (fields.includes('slug')) await leadOnFrom(tx, { page: 'tac-gia', from: before.slug, to: after.slug, movedBy: call.actor.userId })
      const detail = Object.fromEntries(fields.map((name) => [name, { before: before[name], after: after[name] }]))
      const version = kept.version + 1
      await recordAudit(tx, call.actor, { action: 'author.edit', entity: 'author', entityId: id, version, fields, detail })
      return { answer: await readAuthor(tx, call.actor, id), shown: [{ entity: 'author', id }] }
    }),
  )
}

/** Deletes an author whom no article names. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `conflict`. */
export async function removeAuthor(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await db.transaction((tx) =>
    changeOrganization(tx, async () => {
      const { version, name, slug } = await lockForChange(tx, call, id)
      if (await repository.isInByline(tx, id)) throw new ProblemError('conflict', { detail: 'Articles name the author.' })
      await repository.deleteAuthor(tx, id)
      await forgetWaysTo(tx, 'tac-gia', slug)
      await recordAudit(tx, call.actor, { action: 'author.delete', entity: 'author', entityId: id, version, detail: { name, slug } })
      return { answer: { status: 204, body: null }, shown: [{ entity: 'author', id, isGone: true }] }
    }),
  )
}

type Fields = Required<AuthorPatch>

function fieldsOf({ name, slug, kind, bio, unit, person }: EditorialAuthor): Fields {
  return { name, slug, kind, bio, unitId: unit?.id ?? null, personId: person?.id ?? null }
}

async function requireKnown(tx: Db, { unitId, personId }: Pick<AuthorPatch, 'unitId' | 'personId'>): Promise<void> {
  const unknown = (pointer: string, message: string) => fieldProblem('unknown_reference', { in: 'body', pointer, code: 'unknown', message })
  if (unitId && !(await repository.isUnit(tx, unitId))) throw unknown('/unitId', 'There is no unit with this id.')
  if (personId && !(await repository.isPerson(tx, personId))) throw unknown('/personId', 'There is nobody with this id.')
}

async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<EditorialAuthor> {
  requireOrganizationReader(actor)
  await repository.lockAuthor(tx, id)
  const kept = await repository.findAuthor(tx, id)
  if (!kept) throw new ProblemError('not_found')
  requireMayChange(actor)
  requireRowVersion(kept.version, ifMatch)
  return kept
}

/** As people: an author may write for one unit today and for another one tomorrow. */
function requireMayChange(actor: ActingPerson): void {
  if (!can(actor, 'people.change', { unitPath: [] })) throw new ProblemError('forbidden')
}
