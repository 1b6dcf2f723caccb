const dropped = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g
const noBreakSpaces = /[\u00A0\u202F]/g
// As addresses and ids are, of which most text that comes in consists: it is clean as it stands.
const plain = /^[\x20-\x7E]*$/
const marks = /[\u0300-\u036F]/g
// Unicode's own bound for text that can be normalized piece by piece (UAX #15, Stream-Safe Text Format).
const endlessMarks = /\p{M}{31}/u

/**
 * Text as we store it: NFC, Icelandic `Ð ð` (typed by some input methods) as Vietnamese `Đ đ`,
 * invisible characters dropped, no-break spaces as spaces. The writer's spelling is otherwise kept.
 */
export function cleanText(value: string): string {
  if (plain.test(value)) return value
  return value.replace(dropped, '').normalize('NFC').replace(noBreakSpaces, ' ').replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')
}

/** Text without diacritics, lower case. `đ` has no decomposition in Unicode and is mapped by hand. */
export function fold(value: string): string {
  return cleanText(value).toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(marks, '').normalize('NFC')
}

/**
 * Whether a text can be cleaned, stored and sent: no NUL, no lone surrogate, and no letter under more marks than any writing has,
 * because the time to normalize those grows with their square.
 */
export function isStorable(value: string): boolean {
  if (plain.test(value)) return true
  return !value.includes('\u0000') && value.isWellFormed() && !endlessMarks.test(value.replace(dropped, ''))
}
