import { type Keys, keysOf } from './words.ts'

const keys = (words: string[], form: keyof Keys): Set<string> => new Set(words.map((text) => keysOf({ text })[form]))

// Not those of which other words are made: ở (nhà ở), từ (từ thiện), do (tự do), bị (thiết bị), có (người có công), theo (theo dõi).
const exact = keys(
  ['của', 'cho', 'về', 'các', 'những', 'tại', 'trong', 'trên', 'và', 'với', 'được', 'là', 'để', 'khi', 'thì', 'mà'],
  'exact',
)
// Without marks most of them are other words too: cửa, chợ, vệ, trồng, tài.
const folded = keys(['các', 'những'], 'folded')

/** Whether the word of a query, which has diacritics or not, only stands between others: an article is about the same without it. */
export function isLittleWord(word: Keys, isMarked: boolean): boolean {
  return isMarked ? exact.has(word.exact) : folded.has(word.folded)
}
