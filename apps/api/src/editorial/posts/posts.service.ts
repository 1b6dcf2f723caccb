import type { EditorialPost, NewPost, PostPatch } from '@bantin/shared/editorial-people'
import { can } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import { askToPurge } from '../../db/ask-to-purge.ts'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import type { Page } from '../../guarded/read-page.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { changeOrganization, type ShownThing } from '../../publication/change-organization.ts'
import { answerOnce } from '../answer-once.service.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import { findUnitPaths } from '../unit-paths.repository.ts'
import * as repository from './posts.repository.ts'

/** All posts of a unit. Throws `forbidden`, `not_found`. */
export async function listPosts(db: Db, actor: ActingPerson, unitId: string): Promise<Page<EditorialPost>> {
  requireOrganizationReader(actor)
  await pathOf(db, unitId)
  return { data: await repository.findPostsOf(db, unitId), page: { next: null } }
}

/** Throws `forbidden`, `not_found`. */
export async function readPost(db: Db, actor: ActingPerson, id: string): Promise<Answer<EditorialPost>> {
  requireOrganizationReader(actor)
  const post = await repository.findPost(db, id)
  if (!post) throw new ProblemError('not_found')
  return { status: 200, body: post, version: post.version }
}

/** Throws `forbidden`, `not_found` for the unit. */
export async function createPost(db: Db, call: GuardedCall, unitId: string, input: NewPost): Promise<Answer<EditorialPost>> {
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      requireOrganizationReader(call.actor)
      requireMayChange(call.actor, { unitPath: await pathOf(tx, unitId) })
      const id = uuidv7()
      await repository.insertPost(tx, { id, unitId, ...input })
      const detail = { unitId, name: input.name }
      await recordAudit(tx, call.actor, { action: 'post.create', entity: 'post', entityId: id, version: 1, detail })
      const answer = await readPost(tx, call.actor, id)
      return { answer: { ...answer, status: 201, location: `/api/v1/editorial/posts/${id}` }, shown: [{ entity: 'unit', id: unitId }] }
    }),
  )
}

/** Throws `forbidden`, `not_found`, `version_required`, `version_stale`. */
export async function changePost(db: Db, call: GuardedCall, id: string, patch: PostPatch): Promise<Answer<EditorialPost>> {
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      const kept = await lockForChange(tx, call, id)
      const after = { ...kept, ...patch }
      const fields = (['name', 'order', 'seniority'] as const).filter((name) => after[name] !== kept[name])
      if (fields.length === 0) return { answer: { status: 200, body: kept, version: kept.version }, shown: [] }
      await repository.updatePost(tx, id, { name: after.name, order: after.order, seniority: after.seniority })
      const detail = Object.fromEntries(fields.map((name) => [name, { before: kept[name], after: after[name] }]))
      await recordAudit(tx, call.actor, { action: 'post.edit', entity: 'post', entityId: id, version: kept.version + 1, fields, detail })
      // Articles say what the post is called; of an appointment they say nothing that can change.
      if (fields.includes('name')) await askToPurge(tx, [{ action: 'unit.edit', entity: 'unit', entityId: kept.unitId }])
      return { answer: await readPost(tx, call.actor, id), shown: shownWith(kept) }
    }),
  )
}

/** Deletes a post that nobody ever held. Throws `forbidden`, `not_found`, `version_required`, `version_stale`, `conflict`. */
export async function removePost(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await db.transaction((tx) =>
    changeOrganization(tx, async () => {
      const kept = await lockForChange(tx, call, id)
      const { version, name, unitId } = kept
      await repository.deletePost(tx, id)
      await recordAudit(tx, call.actor, { action: 'post.delete', entity: 'post', entityId: id, version, detail: { name, unitId } })
      return { answer: { status: 204, body: null }, shown: shownWith(kept) }
    }),
  )
}

/** Who shows a post: its unit, and everybody who holds, held or will hold it. */
function shownWith({ unitId, appointments }: EditorialPost): ShownThing[] {
  const holders = new Set(appointments.map(({ person }) => person.id))
  return [{ entity: 'unit', id: unitId }, ...[...holders].map((id) => ({ entity: 'person' as const, id }))]
}

async function pathOf(db: Db, unitId: string): Promise<string[]> {
  const path = (await findUnitPaths(db, [unitId])).get(unitId)
  if (!path) throw new ProblemError('not_found')
  return path
}

async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<EditorialPost> {
  requireOrganizationReader(actor)
  await repository.lockPost(tx, id)
  const kept = await repository.findPost(tx, id)
  if (!kept) throw new ProblemError('not_found')
  requireMayChange(actor, kept)
  requireRowVersion(kept.version, ifMatch)
  return kept
}

function requireMayChange(actor: ActingPerson, subject: { unitPath: string[] }): void {
  if (!can(actor, 'appointments.change', subject)) throw new ProblemError('forbidden')
}
