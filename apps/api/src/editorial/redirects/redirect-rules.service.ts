import type { FieldError, ProblemCode } from '@bantin/shared/errors'
import { can } from '@bantin/shared/permissions'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { slugPageOf } from '../../lib/own-addresses.ts'
import { readPathQuery } from '../../lib/path-query.ts'
import type { RedirectFields } from './redirect-fields.ts'
import { findFrom, type RedirectRow } from './redirects.repository.ts'
import { findSubjects, findTaken, type PageAddress } from './references.repository.ts'

/** A redirect as it shall stand, and where in the body it was sent. */
export interface WantedRedirect {
  fields: RedirectFields
  place: string
}

/** What stands in the way of a write, by the code that each fault alone is answered with. */
export type Faults = Partial<Record<ProblemCode, FieldError[]>>

/** Throws all of the faults at once, with the code of those that the API finds first; passes when there are none. */
export function refuse(faults: Faults): void {
  const [code] = (['invalid_request', 'conflict', 'unknown_reference'] as const).filter((one) => faults[one]?.length)
  if (code) throw new ProblemError(code, { errors: Object.values(faults).flat() })
}

/** Articles that are not there, or that the actor may not know of: he cannot tell which. */
export async function faultsOfArticles(db: Db, actor: ActingPerson, wanted: WantedRedirect[]): Promise<FieldError[]> {
  const ids = [...new Set(wanted.flatMap(({ fields }) => fields.articleId ?? []))]
  const subjects = await findSubjects(db, ids)
  return wanted.flatMap(({ fields: { articleId }, place }) => {
    const subject = articleId === null ? undefined : subjects.get(articleId)
    if (articleId === null || (subject && can(actor, 'article.read', subject))) return []
    return [{ in: 'body', pointer: `${place}/articleId`, code: 'unknown', message: 'There is no such article.' }]
  })
}

/** Old addresses at which something of ours stands: readers would never be sent on from there. */
export async function faultsOfAddresses(db: Db, wanted: WantedRedirect[]): Promise<FieldError[]> {
  const asked = wanted.flatMap((one) => {
    const page = slugPageOf(readPathQuery(one.fields.fromPathQuery)?.path ?? '')
    return page ? [{ one, page }] : []
  })
  const pages = asked.map(({ page }) => page)
  const taken = new Set((await findTaken(db, pages)).map(nameOf))
  return asked.flatMap(({ one, page }) =>
    taken.has(nameOf(page)) ? [fault(one, 'own_address', 'This address is a page of our own.')] : [],
  )
}

function nameOf({ page, slug }: PageAddress): string {
  return `${page}/${slug}`
}

/** Splits what is wanted into what is new and what stands already, the same in all; what contradicts it, or itself, is a fault. */
export async function compareWithKept(
  db: Db,
  siteId: string,
  wanted: WantedRedirect[],
): Promise<{ added: WantedRedirect[]; faults: FieldError[] }> {
  const kept = await findFrom(
    db,
    siteId,
    wanted.map(({ fields }) => fields.fromPathQuery),
  )
  const known = new Map<string, RedirectFields>(kept.map((row) => [row.fromPathQuery, row]))
  const added: WantedRedirect[] = []
  const faults: FieldError[] = []
  for (const one of wanted) {
    const { fromPathQuery } = one.fields
    const other = known.get(fromPathQuery)
    if (!other) added.push(one)
    else if (!isSame(one.fields, other)) faults.push(fault(one, 'taken', 'This address leads elsewhere already.'))
    known.set(fromPathQuery, other ?? one.fields)
  }
  return { added, faults }
}

/** Whether both lead from the same address to the same target. */
export function isSame(one: RedirectFields, other: RedirectFields | RedirectRow): boolean {
  return one.fromPathQuery === other.fromPathQuery && one.articleId === other.articleId && one.url === other.url
}

function fault({ place }: WantedRedirect, code: string, message: string): FieldError {
  return { in: 'body', pointer: `${place}/fromPathQuery`, code, message }
}
