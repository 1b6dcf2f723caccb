import type { DeliveryDb } from '../db/client.ts'
import { hasLink, linkPageOf } from '../lib/link-pages.ts'
import { readPathQuery } from '../lib/path-query.ts'
import type { AddressCounts } from './address-counts.service.ts'
import { findOldAddress } from './old-addresses.queries.ts'

interface Question {
  /** Path and query at which there is no page, as they were sent. */
  url: string
  /** Whether a reader is on the way there, rather than someone who only looks whether there is something. */
  isVisit: boolean
}

/**
 * Where readers of an address are sent at which there is no page: a path of ours or another site's address; undefined where nothing
 * is known. What a visit asked for is counted, without its query, which may say who asks, and unless there is a secret in it.
 */
export async function leadOn(delivery: DeliveryDb, counts: AddressCounts, { url, isVisit }: Question): Promise<string | undefined> {
  const asked = readPathQuery(url)
  if (!asked || linkPageOf(asked.path)) return undefined
  const { from, target, ...on } = await findOldAddress(delivery, asked)
  const isKnown = from !== null && target !== null
  if (isVisit && isKnown) counts.countHit({ ...on, address: from })
  if (isVisit && !isKnown && !hasLink(asked.path)) counts.countMissing({ ...on, address: asked.path })
  return target ?? undefined
}
