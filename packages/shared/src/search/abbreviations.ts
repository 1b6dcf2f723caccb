import { type Piece, type Place, type Term, termsOf } from './query.ts'

/** A short form and what it stands for. */
export interface Abbreviation {
  short: string
  long: string
}

/** Puts abbreviations beside what they stand for, and the other way round. Longer ones are found first; phrases in quotes stay as they are. */
export function placesOf(wanted: Piece[], abbreviations: Abbreviation[]): Place[] {
  const forms = abbreviations.flatMap(({ short, long }) => {
    const [one, other] = [formOf(short), formOf(long)]
    return [
      { given: one, meant: other },
      { given: other, meant: one },
    ]
  })
  const places: Place[] = []
  for (let at = 0; at < wanted.length; ) {
    const matching = forms.filter(({ given }) => given.length > 0 && stands(given, wanted, at))
    const length = Math.max(1, ...matching.map(({ given }) => given.length))
    const written = wanted.slice(at, at + length)
    const meant = matching.filter(({ given }) => given.length === length).map(({ meant }) => ({ terms: meant, isPhrase: true }))
    if (meant.length > 0) places.push({ choices: [{ terms: written.flatMap(({ terms }) => terms), isPhrase: false }, ...meant] })
    else places.push({ choices: written })
    at += length
  }
  return places
}

function stands(given: Term[], wanted: Piece[], at: number): boolean {
  return given.every((term, index) => {
    const piece = wanted[at + index]
    return piece !== undefined && !piece.isPhrase && piece.terms[0]?.folded === term.folded
  })
}

// Each search asks for all of them, and they are the same until an editor changes one.
const known = new Map<string, Term[]>()
const remembered = 4000

function formOf(text: string): Term[] {
  const form = known.get(text)
  if (form) return form
  const made = termsOf(text)
  if (known.size >= remembered) known.clear()
  known.set(text, made)
  return made
}
