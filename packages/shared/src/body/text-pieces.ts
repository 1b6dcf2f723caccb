import { longestText } from './bounds.ts'

/** A text in pieces that the contract takes. A letter of two units is never cut in two. */
export function textPieces(text: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + longestText
    const cut = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end
    pieces.push(text.slice(at, cut))
    at = cut
  }
  return pieces
}
