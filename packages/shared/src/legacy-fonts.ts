import type { LegacyFont } from './conversions.ts'

/** A word needs letters; signs of the old encodings count as such. */
const word = /[\p{L}\u00A8-\u00BE\u00D7]+/gu

/**
 * In which old encoding the text was written for a font of before Unicode, or null. Such text shows as other letters where the font is
 * missing: `Céng hoµ x· héi` (TCVN3), `Coäng hoøa xaõ hoäi` (VNI). Asks that a fifth of the words, and at least two, have what no
 * Vietnamese word has: a foreign name, a trade mark or a quotation in French are no reason.
 */
export function detectLegacyFont(text: string): LegacyFont | null {
  const words =
    text
      .normalize('NFC')
      .match(word)
      ?.filter((each) => /\p{L}/u.test(each)) ?? []
  const share = (pattern: RegExp) => {
    const count = words.filter((each) => pattern.test(each)).length
    return count >= 2 && count * 5 >= words.length ? count : 0
  }
  const [tcvn3, vni] = [share(ofTcvn3), share(ofVni)]
  if (tcvn3 === 0 && vni === 0) return null
  return tcvn3 >= vni ? 'tcvn3' : 'vni'
}

// Signs that stand for letters (`µ` for à, `®` for đ, `¬` for ơ), inside a word or where only a letter can be meant: an ordinary text has
// them at numbers, or at the end of a name. And capitals with a mark behind a small letter (`kÕ` for kế).
const ofTcvn3 =
  /\p{L}[\u00A8\u00AA\u00AC\u00B5-\u00B9\u00BC-\u00BE]|[\u00A9\u00AE]\p{L}|\p{L}[\u00A9\u00AB\u00AE\u00BB]\p{L}|\p{Ll}[\u00C0-\u00D6\u00D8-\u00DE]/u

// A vowel with its tone behind it as a letter of its own. What Vietnamese has as well (hoà, khoá, loã) is left out.
const ofVni = /[aeouy][ùøûõï]|[aeo][âåä]|a[êéèúüë]|[ôö][ùøûõï]|^ñ[aeiouyôö]/iu
