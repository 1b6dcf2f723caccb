import { slugCandidate } from '@bantin/shared/slug'

/** The first address of a name that is not taken; it is from now on. */
export function newSlug(name: string, taken: Set<string>): string {
  for (let n = 1; ; n += 1) {
    const slug = slugCandidate(name, n)
    if (taken.has(slug)) continue
    taken.add(slug)
    return slug
  }
}
