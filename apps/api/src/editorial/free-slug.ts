import { slugCandidate } from '@bantin/shared/slug'
import type { Db } from '../db/client.ts'
import { fieldProblem } from '../errors.ts'
import { findWayFrom } from '../publication/moved-page.ts'

interface Wanted {
  page: 'don-vi' | 'nguoi' | 'tac-gia'
  /** The slug that was asked for, if any was. */
  slug: string | undefined
  name: string
  isTaken: (tx: Db, slug: string) => Promise<boolean>
}

/** An address that is nobody's, also not one of before: that which is asked for, else one made of the name. Throws `conflict`. */
export async function freeSlug(tx: Db, { page, slug, name, isTaken }: Wanted): Promise<string> {
  if (slug !== undefined) {
    await requireNoWayFrom(tx, page, slug)
    return slug
  }
  for (let n = 1; ; n += 1) {
    const candidate = slugCandidate(name, n)
    if (!(await isTaken(tx, candidate)) && (await findWayFrom(tx, page, candidate)) === undefined) return candidate
  }
}

/** Passes where nothing leads on from the address, or to `own` only. Throws `conflict`. */
export async function requireNoWayFrom(tx: Db, page: Wanted['page'], slug: string, own?: string): Promise<void> {
  const way = await findWayFrom(tx, page, slug)
  if (way === undefined || (own !== undefined && way.endsWith(`/${page}/${own}`))) return
  throw fieldProblem('conflict', {
    in: 'body',
    pointer: '/slug',
    code: 'taken',
    message: 'This is an address of before, which leads elsewhere.',
  })
}
