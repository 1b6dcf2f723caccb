import type { LegacyFont } from './conversions.ts'
import { raiseCapitals } from './legacy-fonts/raise-capitals.ts'
import { fromTcvn3 } from './legacy-fonts/tcvn3.ts'
import { fromVni } from './legacy-fonts/vni.ts'
import { isVietnameseSyllable } from './vietnamese-syllable.ts'

/** Letters, and the signs of Latin-1 that stand for letters in the old fonts. The soft hyphen is one of them (ư). */
const word = /[\p{L}\p{M}\u00A1-\u00AE\u00B5-\u00BE\u00D7\u00F7]+/gu
/** A letter that the bytes of an old font cannot have: the word was written in Unicode. `Đ` is what the door makes of `Ð`. */
const ofUnicode = /(?![Đđ])[\u0100-\uFFFF]/
const rewrite: Record<LegacyFont, (word: string) => string> = { tcvn3: fromTcvn3, vni: fromVni }

/**
 * In which old encoding the text was written for a font of before Unicode, or null. Such text shows as other letters where the font is
 * missing: `Céng hoµ x· héi` (TCVN3), `Coäng hoøa xaõ hoäi` (VNI). Asks that a fifth of the words, and at least two, are no Vietnamese
 * syllables as they stand and become some by rewriting: a foreign name, a trade mark or a quotation in French are no reason.
 */
export function detectLegacyFont(text: string): LegacyFont | null {
  const old: Record<LegacyFont, number> = { tcvn3: 0, vni: 0 }
  let words = 0
  for (const each of text.normalize('NFC').match(word) ?? []) {
    const fonts = fontsOf(each)
    if (!fonts) continue
    words += 1
    for (const font of fonts) old[font] += 1
  }
  const share = (count: number) => (count >= 2 && count * 5 >= words ? count : 0)
  const [tcvn3, vni] = [share(old.tcvn3), share(old.vni)]
  if (tcvn3 === 0 && vni === 0) return null
  return tcvn3 >= vni ? 'tcvn3' : 'vni'
}

/**
 * The text in Unicode (NFC). Words that were written in Unicode already stay; where both readings are words, the word is taken as the one
 * before it. To be called before `cleanText`, which drops the soft hyphens that stand for ư.
 */
export function convertLegacyFont(text: string, font: LegacyFont): string {
  return legacyRewriter(font)(text)
}

/** Does likewise with texts that follow one another, such as the parts of a line of which some are bold. */
export function legacyRewriter(font: LegacyFont): (text: string) => string {
  const read = wordReader(font)
  let last: Reading | undefined
  return (text) => {
    const composed = text.normalize('NFC')
    const words = composed.match(word) ?? []
    const readings = words.map(read)
    last ??= readings.find((reading) => reading !== 'either')
    const rewritten = words.map((each, i) => {
      if (readings[i] !== 'either') last = readings[i]
      return last === 'new' ? each : rewrite[font](each)
    })
    const converted = font === 'tcvn3' ? raiseCapitals(words, rewritten) : rewritten
    let at = 0
    return composed.replace(word, () => converted[at++] as string)
  }
}

type Reading = 'old' | 'new' | 'either'

const saysNothing: Record<LegacyFont, RegExp> = { tcvn3: /^\p{ASCII}*$/u, vni: /^[\p{ASCII}íì]*$/iu }
/** No syllable has more letters, in whatever encoding. */
const longestWord = 12

/** The language has some seven thousand syllables: texts have the same ones, and reading one costs more than finding it here. */
const mostKnown = 10_000
const fontNames: LegacyFont[] = ['tcvn3', 'vni']
const known: Record<LegacyFont, Map<string, Reading>> = { tcvn3: new Map(), vni: new Map() }

const knownFonts = new Map<string, LegacyFont[] | null>()

/** The fonts of which the word is; null of what has no letter. Asked of each word of a text, and of most the answer is that there are none. */
function fontsOf(each: string): LegacyFont[] | null {
  const found = knownFonts.get(each)
  if (found !== undefined) return found
  const fonts = /\p{L}/u.test(each) ? fontNames.filter((font) => readWord(each, font) === 'old') : null
  if (knownFonts.size >= mostKnown) knownFonts.clear()
  if (each.length <= longestWord) knownFonts.set(each, fonts)
  return fonts
}

function wordReader(font: LegacyFont): (each: string) => Reading {
  const readings = known[font]
  return (each) => {
    const reading = readings.get(each) ?? readWord(each, font)
    if (readings.size >= mostKnown) readings.clear()
    if (each.length <= longestWord) readings.set(each, reading)
    return reading
  }
}

function readWord(each: string, font: LegacyFont): Reading {
  if (ofUnicode.test(each)) return 'new'
  // Letters without diacritics say nothing, nor do those that VNI has as they are.
  if (each.length > longestWord || saysNothing[font].test(each)) return 'either'
  const rewritten = rewrite[font](each)
  const [is, becomes] = [isVietnameseSyllable(each), rewritten !== each && isVietnameseSyllable(rewritten)]
  if (is === becomes) return 'either'
  return is ? 'new' : 'old'
}
