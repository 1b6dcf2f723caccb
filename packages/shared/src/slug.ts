import { isId } from './is-id.ts'
import { fold } from './text.ts'

const maxLength = 80

/** The slug of a title: folded, hyphenated, at most 80 characters cut at a word; `bai-viet` when nothing is left. */
export function slugOf(title: string): string {
  const words = fold(title).match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > maxLength) break
    slug = longer
  }
  // An address in the form of an id leads to the article with that id, not to this one.
  if (isId(slug)) return `bai-viet-${slug}`
  return slug || (words[0]?.slice(0, maxLength) ?? 'bai-viet')
}

/** The n-th candidate for a title whose slug is taken ("Tỉnh" and "Tính" fold to the same): `x`, `x-2`, `x-3` … */
export function slugCandidate(title: string, n: number): string {
  return n === 1 ? slugOf(title) : `${slugOf(title)}-${n}`
}
