/**
 * The rewritten words, with the capitals of the fonts .VnTimeH, which show the codes of small letters as capitals: where all other letters
 * of a word are capitals (`TR¦êNG`), those are too. A word with at most one letter beside them (`Bé TR¦êNG`) is as its neighbours are.
 */
export function raiseCapitals(words: string[], rewritten: string[]): string[] {
  const kinds = words.map((each, i) => kindOf(each, rewritten[i] as string))
  return rewritten.map((each, i) => {
    if (kinds[i] === 'either' && (kinds[i - 1] === 'capitals' || kinds[i + 1] === 'capitals')) kinds[i] = 'capitals'
    return kinds[i] === 'capitals' ? each.toUpperCase() : each
  })
}

function kindOf(word: string, rewritten: string): 'capitals' | 'small' | 'either' {
  if (/[a-z]/.test(word)) return 'small'
  const hasSmallCodes = word !== rewritten && /\p{Ll}/u.test(rewritten)
  if (word.replace(/[^A-Z]/g, '').length < 2) return 'either'
  return hasSmallCodes ? 'capitals' : 'small'
}
