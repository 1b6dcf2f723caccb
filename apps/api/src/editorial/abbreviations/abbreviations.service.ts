import type { Abbreviation, AbbreviationListQuery, AbbreviationPatch, NewAbbreviation } from '@bantin/shared/abbreviations'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { answerOnce } from '../answer-once.service.ts'
import * as repository from './abbreviations.repository.ts'
import { requireForms, requireNew, tidy } from './forms.ts'

/** Short forms and what they stand for, by name. Throws `forbidden`, `invalid_cursor`. */
export async function listAbbreviations(
  db: Db,
  actor: ActingPerson,
  query: AbbreviationListQuery,
  cursors: Cursors,
): Promise<Page<Abbreviation>> {
  await requireSitePermission(db, actor, 'abbreviations.read')
  return await readPage(
    { cursors, scope: listScope('editorial/abbreviations', {}), query },
    (after, limit) => repository.findAbbreviations(db, after, limit),
    ({ short, id }) => [short, id],
  )
}

/** Throws `forbidden`, `not_found`. */
export async function readAbbreviation(db: Db, actor: ActingPerson, id: string): Promise<Answer<Abbreviation>> {
  await requireSitePermission(db, actor, 'abbreviations.read')
  const abbreviation = await repository.findAbbreviation(db, id)
  if (!abbreviation) throw new ProblemError('not_found')
  return answerOf(abbreviation)
}

/** Throws `forbidden`, `invalid_request` for two forms that are searched alike, `conflict` for what is there, or so many. */
export async function createAbbreviation(db: Db, call: GuardedCall, input: NewAbbreviation): Promise<Answer<Abbreviation>> {
  return await answerOnce(db, call, async (tx) => {
    await requireSitePermission(tx, call.actor, 'abbreviations.change')
    const abbreviation = { id: uuidv7(), version: 1, ...tidy(input) }
    requireForms(abbreviation)
    requireNew(abbreviation, await repository.lockAbbreviations(tx))
    await repository.insertAbbreviation(tx, abbreviation)
    await note(tx, call.actor, 'create', abbreviation)
    return { ...answerOf(abbreviation), status: 201, location: `/api/v1/editorial/abbreviations/${abbreviation.id}` }
  })
}

/** Throws what creating one throws, and `not_found`, `version_required`, `version_stale`. */
export async function changeAbbreviation(db: Db, call: GuardedCall, id: string, patch: AbbreviationPatch): Promise<Answer<Abbreviation>> {
  return await answerOnce(db, call, async (tx) => {
    const { kept, others } = await lockForChange(tx, call, id)
    const after = { ...kept, ...tidy({ ...kept, ...patch }), version: kept.version + 1 }
    const fields = (['short', 'long'] as const).filter((name) => after[name] !== kept[name])
    if (fields.length === 0) return answerOf(kept)
    requireForms(after)
    requireNew(after, others)
    await repository.updateAbbreviation(tx, after)
    await note(tx, call.actor, 'edit', after, fields)
    return answerOf(after)
  })
}

/** Throws `forbidden`, `not_found`, `version_required`, `version_stale`. */
export async function removeAbbreviation(db: Db, call: GuardedCall, id: string): Promise<Answer<null>> {
  return await db.transaction(async (tx) => {
    const { kept } = await lockForChange(tx, call, id)
    await repository.deleteAbbreviation(tx, id)
    await note(tx, call.actor, 'delete', kept)
    return { status: 204, body: null }
  })
}

async function lockForChange(tx: Db, { actor, ifMatch }: GuardedCall, id: string) {
  await requireSitePermission(tx, actor, 'abbreviations.change')
  const all = await repository.lockAbbreviations(tx)
  const kept = all.find((one) => one.id === id)
  if (!kept) throw new ProblemError('not_found')
  requireRowVersion(kept.version, ifMatch)
  return { kept, others: all.filter((one) => one !== kept) }
}

type Deed = 'create' | 'edit' | 'delete'

/** With what it says from now on; of one that is deleted, what it said. */
async function note(
  tx: Db,
  actor: ActingPerson,
  deed: Deed,
  { id, version, short, long }: Abbreviation,
  fields: string[] = [],
): Promise<void> {
  const entry = { action: `abbreviation.${deed}`, entity: 'abbreviation', entityId: id, version, fields, detail: { short, long } }
  await recordAudit(tx, actor, entry)
}

function answerOf(abbreviation: Abbreviation): Answer<Abbreviation> {
  return { status: 200, body: abbreviation, version: abbreviation.version }
}
