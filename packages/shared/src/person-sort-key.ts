/**
 * By what a Vietnamese name is sorted: the given name, which is the last syllable, then the others in their order. Compare by the collation
 * of the language. A guess: names of other languages, and given names of two syllables that go together, are corrected by hand.
 */
export function personSortKey(fullName: string): string {
  const syllables = fullName.split(/\s+/).filter((syllable) => syllable !== '')
  const given = syllables.pop() ?? ''
  return [given, ...syllables].join(' ')
}
