import type { ParsedQuery } from './query.ts'
import { keysOf, wordsOf } from './words.ts'

/** So large a part of what was found has to agree. */
const agreement = 0.6

/**
 * The query with the diacritics that the texts have, where they agree on others than were typed; null where they do not, or where what was
 * typed stands in them. Of queries of plain words alone: whoever quotes or leaves something out knows what he wants.
 */
export function didYouMean({ wanted, unwanted }: ParsedQuery, texts: string[]): string | null {
  if (unwanted.length > 0 || wanted.length === 0 || wanted.some(({ isPhrase }) => isPhrase)) return null
  const typed = wanted.flatMap(({ terms }) => terms)
  const seen = new Map<string, { exact: string; text: string; count: number }>()
  let all = 0
  for (const text of texts) {
    const words = wordsOf(text)
    const keys = words.map(keysOf)
    for (let at = 0; at + typed.length <= words.length; at += 1) {
      if (!typed.every((term, index) => term.folded === keys[at + index]?.folded)) continue
      const found = words.slice(at, at + typed.length)
      const exact = keys
        .slice(at, at + typed.length)
        .map((key) => key.exact)
        .join(' ')
      const known = seen.get(exact) ?? { exact, text: found.map((word) => word.text.toLowerCase()).join(' '), count: 0 }
      seen.set(exact, { ...known, count: known.count + 1 })
      all += 1
    }
  }
  const best = [...seen.values()].sort((a, b) => b.count - a.count)[0]
  const isTyped = seen.has(typed.map(({ exact }) => exact).join(' '))
  return best && !isTyped && best.count / all >= agreement ? best.text : null
}
