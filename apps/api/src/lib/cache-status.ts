import type { Answer } from './answer-cache.ts'
import type { Validity } from './validity.ts'

/**
 * What an answer says of where it comes from (RFC 9211): `ttl` is how many seconds it is true at the most, `detail` the generation of what
 * the site shows that it is of. No answer is older than that.
 */
export function cacheStatus(answer: Answer, how: 'hit' | 'fwd=miss'): string {
  return `bantin; ${how}; ttl=${Math.max(0, Math.ceil((answer.until - performance.now()) / 1000))}; detail=${answer.generation}`
}

/** Of what was true within the last hour, while the database is away. */
export const staleStatus = 'bantin; hit; stale'

/** Reads what they say. */
export function validityOf(status: unknown): Validity | 'stale' | undefined {
  if (status === staleStatus) return 'stale'
  const [, seconds, generation] = /; ttl=(\d+); detail=(\d+)$/.exec(String(status)) ?? []
  return seconds && generation ? { seconds: Number(seconds), generation: Number(generation) } : undefined
}
