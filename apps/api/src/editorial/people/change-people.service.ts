import { isDeepStrictEqual } from 'node:util'
import type { EditorialPerson, NewPerson, PersonPatch } from '@bantin/shared/editorial-people'
import { can } from '@bantin/shared/permissions'
import { personSortKey } from '@bantin/shared/person-sort-key'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { mergeContacts } from '../../lib/merge-contacts.ts'
import { changeOrganization } from '../../publication/change-organization.ts'
import { namedMedia } from '../../publication/media-references.ts'
import { forgetWaysTo, leadOnFrom } from '../../publication/moved-page.ts'
import { noteNames } from '../../publication/search/note-names.ts'
import { answerOnce } from '../answer-once.service.ts'
import { freeSlug, requireNoWayFrom } from '../free-slug.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import * as repository from './people.repository.ts'
import { readPerson } from './people.service.ts'

const own = ['name', 'slug', 'sortKey', 'bio', 'photoMediaId', 'contacts'] as const

/** Throws `forbidden`, `unknown_reference` for a photo that is no picture, `conflict` for an address that is taken. */
export async function createPerson(db: Db, call: GuardedCall, input: NewPerson): Promise<Answer<EditorialPerson>> {
  const { name, slug, sortKey, contacts, photoMediaId = null, bio = null } = input
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      requireMayChange(call.actor)
      await requirePhoto(tx, photoMediaId)
      const id = uuidv7()
      const given = await freeSlug(tx, { page: 'nguoi', slug, name, isTaken: repository.hasSlug })
      const said = { fullName: name, sortKey: sortKey ?? personSortKey(name), bio, photoMediaId, contacts: mergeContacts({}, contacts) }
      await repository.insertPerson(tx, { id, slug: given, ...said })
      await noteNames(tx, 'person', id, [name])
      await recordAudit(tx, call.actor, { action: 'person.create', entity: 'person', entityId: id, version: 1, detail: { name } })
      const answer = await readPerson(tx, call.actor, id)
      return {
        answer: { ...answer, status: 201, location: `/api/v1/editorial/people/${id}` },
        shown: [{ entity: 'person', id, files: photosOf({ photoMediaId }) }],
      }
    }),
  )
}

/**
 * Changes what is said of somebody; a photo is open to everybody from now on, one that was replaced no longer. Throws what creating one throws,
 * and `not_found`, `version_required`, `version_stale`.
 */
export async function changePerson(db: Db, call: GuardedCall, id: string, patch: PersonPatch): Promise<Answer<EditorialPerson>> {
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      const kept = await lockForChange(tx, call, id)
      const after = { ...kept, ...patch, sortKey: sortKeyAfter(kept, patch), contacts: mergeContacts(kept.contacts, patch.contacts) }
      const fields = own.filter((name) => !isDeepStrictEqual(after[name], kept[name]))
      if (fields.length === 0) return { answer: { status: 200, body: kept, version: kept.version }, shown: [] }
      if (fields.includes('photoMediaId')) await requirePhoto(tx, after.photoMediaId)
      if (fields.includes('slug')) await requireNoWayFrom(tx, 'nguoi', after.slug, kept.slug)
      const { name: fullName, slug, sortKey, bio, photoMediaId, contacts } = after
      await repository.updatePerson(tx, id, { fullName, slug, sortKey, bio, photoMediaId, contacts })
      if (fields.includes('name')) await noteNames(tx, 'person', id, [fullName])
      if (fields.includes('slug')) await leadOnFrom(tx, { page: 'nguoi', from: kept.slug, to: slug, movedBy: call.actor.userId })
      const detail = Object.fromEntries(fields.map((name) => [name, { before: kept[name], after: after[name] }]))
      await recordAudit(tx, call.actor, {
        action: 'person.edit',
        entity: 'person',
        entityId: id,
        version: kept.version + 1,
        fields,
        detail,
      })
      const files = fields.includes('photoMediaId') ? photosOf(kept, after) : []
      return { answer: await readPerson(tx, call.actor, id), shown: [{ entity: 'person', id, files }] }
    }),
  )
}

/** Deletes somebody to whom nothing refers. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `conflict`. */
export async function removePerson(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await db.transaction((tx) =>
    changeOrganization(tx, async () => {
      const kept = await lockForChange(tx, call, id)
      const { version, name, slug } = kept
      await repository.deletePerson(tx, id)
      await forgetWaysTo(tx, 'nguoi', slug)
      await recordAudit(tx, call.actor, { action: 'person.delete', entity: 'person', entityId: id, version, detail: { name, slug } })
      return { answer: { status: 204, body: null }, shown: [{ entity: 'person', id, isGone: true, files: photosOf(kept) }] }
    }),
  )
}

/** Made of another name too, unless it is sent; null asks for one that is made. */
function sortKeyAfter(kept: EditorialPerson, { name = kept.name, sortKey }: PersonPatch): string {
  if (sortKey === undefined) return name === kept.name ? kept.sortKey : personSortKey(name)
  return sortKey ?? personSortKey(name)
}

async function requirePhoto(tx: Db, heroMediaId: string | null): Promise<void> {
  if (heroMediaId === null) return
  const { wrong } = await namedMedia(tx, { heroMediaId })
  if (wrong.length > 0) throw fieldProblem('unknown_reference', ...wrong.map((fault) => ({ ...fault, pointer: '/photoMediaId' })))
}

function photosOf(...people: { photoMediaId: string | null }[]): string[] {
  return people.flatMap(({ photoMediaId }) => photoMediaId ?? [])
}

async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<EditorialPerson> {
  requireOrganizationReader(actor)
  await repository.lockPerson(tx, id)
  const kept = await repository.findPerson(tx, id)
  if (!kept) throw new ProblemError('not_found')
  requireMayChange(actor)
  requireRowVersion(kept.version, ifMatch)
  return kept
}

/** People belong to no unit. */
function requireMayChange(actor: ActingPerson): void {
  if (!can(actor, 'people.change', { unitPath: [] })) throw new ProblemError('forbidden')
}
