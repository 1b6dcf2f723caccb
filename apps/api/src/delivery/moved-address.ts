import type { DeliveryDb } from '../db/client.ts'
import { ProblemError } from '../errors.ts'
import { asQuery } from './as-query.ts'
import { findMovedTo } from './former-slugs.queries.ts'

interface Asked {
  noun: 'units' | 'people' | 'authors'
  idOrSlug: string
  /** What the address says behind the slug. */
  below?: string
  query: { asOf?: string }
  publicUrl: string
}

/** The API address of today of what had this slug before, with the day asked about. Throws `not_found` where nothing leads on. */
export async function movedAddress(db: DeliveryDb, { noun, idOrSlug, below = '', query, publicUrl }: Asked): Promise<string> {
  const slug = await findMovedTo(db, noun, idOrSlug)
  if (slug === undefined) throw new ProblemError('not_found')
  const asked = asQuery(query)
  return `${publicUrl}/api/v1/${noun}/${slug}${below}${asked ? `?${asked}` : ''}`
}
