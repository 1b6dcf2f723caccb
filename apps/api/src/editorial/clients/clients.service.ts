import type { Client, ClientInput, ClientPatch, ClientsQuery } from '@bantin/shared/clients'
import { readableClientScope } from '@bantin/shared/permission-scopes'
import { can } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { pathOfSite } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { answerOnce } from '../answer-once.service.ts'
import * as repository from './clients.repository.ts'

/** The portals that the actor may see, by name. Throws `forbidden` when he may see none, whatever there is; `invalid_cursor`. */
export async function listClients(db: Db, actor: ActingPerson, query: ClientsQuery, cursors: Cursors): Promise<Page<Client>> {
  const scope = readableClientScope(actor)
  if (scope.length === 0) throw new ProblemError('forbidden')
  const { closed: isClosed = false } = query
  const { id: siteId } = await findSite(db)
  return await readPage(
    { cursors, scope: listScope('editorial/clients', { closed: isClosed }), query },
    (after, limit) => repository.findClients(db, { siteId, scope, isClosed, after, limit }),
    ({ name, id }) => [name, id],
  )
}

/** Throws `not_found`. */
export async function readClient(db: Db, actor: ActingPerson, id: string): Promise<Answer<Client>> {
  const client = await repository.findClient(db, id)
  if (!client || !can(actor, 'clients.read', client)) throw new ProblemError('not_found')
  return { status: 200, body: client, version: client.version }
}

/** Throws `forbidden`, `unknown_reference` for a unit or a user that is not there. */
export async function createClient(db: Db, call: GuardedCall, input: ClientInput): Promise<Answer<Client>> {
  return await answerOnce(db, call, async (tx) => {
    const site = await findSite(tx)
    const { unitId = null, responsibleUserId = call.actor.userId, scopes = ['read', 'acknowledge'], ...rest } = input
    const unitPath = unitId === null ? pathOfSite(site) : await repository.findUnitPath(tx, unitId)
    if (!can(call.actor, 'clients.change', { unitPath: unitPath ?? pathOfSite(site) })) throw new ProblemError('forbidden')
    if (!unitPath) throw unknown('/unitId', 'There is no such unit.')
    await requireUser(tx, responsibleUserId)
    const id = uuidv7()
    await repository.insertClient(tx, { id, siteId: site.id, unitId, responsibleUserId, scopes, ...rest })
    await note(tx, call.actor, { deed: 'create', id, version: 1, detail: { name: input.name } })
    return { ...(await readClient(tx, call.actor, id)), status: 201, location: `/api/v1/editorial/clients/${id}` }
  })
}

/** Throws `not_found`, `forbidden`, `version_required`, `version_stale`, `unknown_reference`. */
export async function changeClient(db: Db, call: GuardedCall, id: string, patch: ClientPatch): Promise<Answer<Client>> {
  return await answerOnce(db, call, async (tx) => {
    const kept = await lockForChange(tx, call, id)
    const { isClosed = kept.closedAt !== null, ...fields } = patch
    await requireUser(tx, fields.responsibleUserId ?? null)
    const before = { ...kept, responsibleUserId: kept.responsible?.id ?? null }
    const changed = (Object.keys(fields) as (keyof typeof fields)[]).filter((name) => !isSame(before[name], fields[name]))
    const closes = isClosed !== (kept.closedAt !== null)
    if (changed.length === 0 && !closes) return { status: 200, body: kept, version: kept.version }
    await repository.updateClient(tx, id, fields)
    if (closes) await repository.closeClient(tx, id, isClosed)
    const names = [...changed, ...(closes ? ['isClosed'] : [])]
    await note(tx, call.actor, { deed: 'edit', id, version: kept.version + 1, fields: names, detail: { name: kept.name, isClosed } })
    return await readClient(tx, call.actor, id)
  })
}

/**
 * The portal, locked, when the actor may change it and knows its version. Throws `not_found`, `forbidden`, `version_required`,
 * `version_stale`.
 */
export async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<Client> {
  await readClient(tx, actor, id)
  await repository.lockClient(tx, id)
  const { body: kept } = await readClient(tx, actor, id)
  if (!can(actor, 'clients.change', kept)) throw new ProblemError('forbidden')
  requireRowVersion(kept.version, ifMatch)
  return kept
}

async function requireUser(tx: Db, userId: string | null): Promise<void> {
  if (userId !== null && !(await repository.isActiveUser(tx, userId))) {
    throw unknown('/responsibleUserId', 'There is no such user who may sign in.')
  }
}

function unknown(pointer: string, message: string): ProblemError {
  return fieldProblem('unknown_reference', { in: 'body', pointer, code: 'unknown', message })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

interface Note {
  deed: 'create' | 'edit'
  id: string
  version: number
  fields?: string[]
  detail: Record<string, unknown>
}

async function note(tx: Db, actor: ActingPerson, { deed, id, version, fields = [], detail }: Note): Promise<void> {
  await recordAudit(tx, actor, { action: `client.${deed}`, entity: 'client', entityId: id, version, fields, detail })
}
