/** What no word begins with. */
const sign = '_'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.'

/**
 * The key of two words that stand one behind the other, by their folded keys. Some thirty thousand keys and no more: each new
 * one of an article is an entry of its own for the index to find. Many pairs share one, so whoever finds it looks into places too.
 */
export function pairKey(first: string, second: string): string {
  let hash = 2_166_136_261
  const add = (code: number) => {
    hash = Math.imul(hash ^ code, 16_777_619)
  }
  for (let at = 0; at < first.length; at += 1) add(first.charCodeAt(at))
  add(0x20)
  for (let at = 0; at < second.length; at += 1) add(second.charCodeAt(at))
  // The lower bits of this hash depend on the last letters alone.
  const mixed = hash ^ (hash >>> 15)
  return `${sign}${letters[mixed & 63]}${letters[(mixed >>> 6) & 63]}${letters[(mixed >>> 12) & 7]}`
}

/** The keys of all neighbours, in their order. */
export function pairKeys(folded: string[]): string[] {
  const keys: string[] = []
  for (let at = 1; at < folded.length; at += 1) keys.push(pairKey(folded[at - 1] as string, folded[at] as string))
  return keys
}
