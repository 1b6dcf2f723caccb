/**
 * Whether the word is spelled as a Vietnamese syllable: an onset, a rime that the language has, and a tone on the vowel that bears it (in the
 * old or the new way: `hoà`, `hòa`). NFC or NFD, any case.
 */
export function isVietnameseSyllable(word: string): boolean {
  const letters = [...word.normalize('NFC').toLowerCase()].map(readLetter)
  const marked = letters.filter(({ tone }) => tone !== '')
  if (marked.length > 1) return false
  const spelled = letters.map(({ plain, tone }) => (tone === '' ? plain : `${plain}*`)).join('')
  const tone = marked[0]?.tone ?? ''
  return splits(spelled).some(([onset, rime]) => fits(onset, rime) && (!/(?:ch|[cpt])$/.test(rime) || stopped.has(tone)))
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
/** A syllable that ends on a stop has one of two tones. */
const stopped = new Set(['\u0301', '\u0323'])

function readLetter(letter: string): { plain: string; tone: string } {
  const apart = letter.normalize('NFD')
  return { plain: apart.replace(tones, '').normalize('NFC'), tone: apart.match(tones)?.join('') ?? '' }
}

const onsets = /^(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx])/

/** The longest onset, and the shorter one where its last letter may be the vowel: `gì`, `giếng`, `quy`. */
function splits(spelled: string): [onset: string, rime: string][] {
  const onset = onsets.exec(spelled)?.[0] ?? ''
  const longest: [string, string] = [onset, spelled.slice(onset.length)]
  return onset === 'gi' || spelled.startsWith('gi*') ? [longest, ['g', spelled.slice(1)]] : [longest]
}

function fits(onset: string, rime: string): boolean {
  if (!rimes.has(rime)) return false
  if (/^(?:k|gh|ngh)$/.test(onset)) return /^[eêiy]/.test(rime)
  if (/^y\*?$/.test(rime)) return /^(?:|h|k|l|m|qu|s|t|v)$/.test(onset)
  return true
}

// The tone stands where the star is. Written without a tone they are the same rimes.
const open =
  'a* e* ê* i* o* ô* ơ* u* ư* y* i*a u*a ư*a o*a oa* o*e oe* u*y uy* uê* uơ* a*i a*o a*u a*y â*u â*y e*o ê*u i*u o*i ô*i ơ*i u*i ư*i ư*u ' +
  'iê*u yê*u uô*i ươ*i ươ*u oa*i oa*y oa*o oe*o uâ*y uy*a uy*u'
const closedBy: Record<string, string> = {
  'm n p t': 'a* ă* â* e* ê* i* o* ô* ơ* u* iê* yê* uô* ươ* oa* oă* oe* uâ* uê* uyê* uy*',
  'c ng': 'a* ă* â* e* o* ô* u* ư* iê* uô* ươ* oa* oă* uâ* oo*',
  'ch nh': 'a* ê* i* oa* uê* uy* y*',
  't n': 'ư*',
}
const starred = [
  ...open.split(' '),
  ...Object.entries(closedBy).flatMap(([codas, nuclei]) =>
    nuclei.split(' ').flatMap((nucleus) => codas.split(' ').map((coda) => nucleus + coda)),
  ),
]
const rimes = new Set([...starred, ...starred.map((rime) => rime.replace('*', ''))])
