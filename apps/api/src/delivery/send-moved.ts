import type { FastifyReply } from 'fastify'
import type { DeliveryDb } from '../db/client.ts'
import { ProblemError } from '../errors.ts'
import { asQuery } from './as-query.ts'
import { findMovedTo } from './former-slugs.queries.ts'

interface Asked {
  noun: 'units' | 'people'
  idOrSlug: string
  query: { asOf?: string }
  publicUrl: string
}

/** Leads from a former slug to the API address of today, with the day asked about. Throws `not_found` where nothing leads on. */
export async function sendMoved(db: DeliveryDb, reply: FastifyReply, { noun, idOrSlug, query, publicUrl }: Asked): Promise<FastifyReply> {
  const slug = await findMovedTo(db, noun, idOrSlug)
  if (slug === undefined) throw new ProblemError('not_found')
  const asked = asQuery(query)
  // Without a word on it, caches and browsers would keep it for good (RFC 9110, 15.4.9); what it leads to may leave.
  return reply
    .header('cache-control', 'public, max-age=0, s-maxage=10')
    .redirect(`${publicUrl}/api/v1/${noun}/${slug}${asked ? `?${asked}` : ''}`, 308)
}
