import type { FieldError } from '@bantin/shared/errors'
import type { NewRedirect, RedirectImport, RedirectImportResult } from '@bantin/shared/redirects'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { answerOnce } from '../answer-once.service.ts'
import { type RedirectFields, readFields } from './redirect-fields.ts'
import { compareWithKept, faultsOfAddresses, faultsOfArticles, refuse, type WantedRedirect } from './redirect-rules.service.ts'
import { insertRedirects } from './redirects.repository.ts'

/** A redirect as it was sent; `place` is its pointer in the body. */
export interface SentRedirect {
  input: NewRedirect
  place: string
}

/** All of them or none: throws `forbidden`, and `invalid_request`, `conflict` or `unknown_reference` with the place of every fault. */
export async function importRedirects(db: Db, call: GuardedCall, { redirects }: RedirectImport): Promise<Answer<RedirectImportResult>> {
  return await answerOnce(db, call, async (tx) => {
    const site = await requireSitePermission(tx, call.actor, 'redirects.change')
    const sent = redirects.map((input, i) => ({ input, place: `/redirects/${i}` }))
    const { length: created } = await addRedirects(tx, call, site.id, sent)
    return { status: 200, body: { created, unchanged: sent.length - created } }
  })
}

/** Adds what is not there yet and answers its ids. Throws `invalid_request`, `conflict`, `unknown_reference` with every fault. */
export async function addRedirects(tx: Db, { actor, publicUrl }: GuardedCall, siteId: string, sent: SentRedirect[]): Promise<string[]> {
  const { wanted, faults } = readSent(sent, publicUrl)
  const compared = await compareWithKept(tx, siteId, wanted)
  refuse({
    invalid_request: faults,
    conflict: [...(await faultsOfAddresses(tx, wanted)), ...compared.faults],
    unknown_reference: await faultsOfArticles(tx, actor, wanted),
  })
  const rows = compared.added.map(({ fields }) => ({ id: uuidv7(), siteId, createdBy: actor.userId, version: 1, ...fields }))
  await insertRedirects(tx, rows)
  for (const row of rows) await noteRedirect(tx, actor, 'create', row, ['fromPathQuery', row.url === null ? 'articleId' : 'url'])
  return rows.map(({ id }) => id)
}

/** Brings what was sent into the form in which it is kept; what cannot be brought there is a fault. */
export function readSent(sent: SentRedirect[], publicUrl: string): { wanted: WantedRedirect[]; faults: FieldError[] } {
  const read = sent.map(({ input, place }) => ({ place, ...readFields(input, place, publicUrl) }))
  return {
    wanted: read.flatMap((one) => ('fields' in one ? [{ fields: one.fields, place: one.place }] : [])),
    faults: read.flatMap((one) => ('errors' in one ? one.errors : [])),
  }
}

/** Notes in the audit log what became of a redirect, with what it says from now on, or said last. */
export async function noteRedirect(
  tx: Db,
  actor: ActingPerson,
  deed: 'create' | 'edit' | 'delete',
  { id, version, fromPathQuery, articleId, url }: RedirectFields & { id: string; version: number },
  fields: string[] = [],
): Promise<void> {
  const detail = { fromPathQuery, articleId, url }
  await recordAudit(tx, actor, { action: `redirect.${deed}`, entity: 'redirect', entityId: id, version, fields, detail })
}
