const spaces = /[\s\u00A0\u2009\u202F]/g
const plain = /^-?\d+(?:[.,]\d+)?$/
const grouped = /^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/
const twoReadings = /^-?[1-9]\d{0,2}\.\d{3}$/

/**
 * A number as people here write it: `9,75`, `97.5`, `1.234,5`, `1,234.5`, `1 234,5`. A comma alone stands before decimals. Undefined for what
 * is none, and for `1.234`, which some mean as a thousand and others as one and a bit: whoever counts with it has to be asked.
 */
export function readNumber(text: string): number | undefined {
  const digits = text.trim().replace(spaces, '').replace('\u2212', '-')
  if (twoReadings.test(digits)) return undefined
  if (plain.test(digits)) return Number(digits.replace(',', '.'))
  const thousands = grouped.exec(digits)?.[1]
  return thousands === undefined ? undefined : Number(digits.replaceAll(thousands, '').replace(',', '.'))
}
