import { maxChildren } from '../body/bounds.ts'
import { textPieces } from '../body/text-pieces.ts'
import type { Inline, Mark } from '../body.ts'

/** One line of text while it is read. White space is what HTML makes of it: any amount is one space, none at either end. */
export interface Line {
  add: (text: string, marks: Mark[]) => void
  /** What stands in it, which is then empty. */
  take: () => Inline
}

/** An empty line. */
export function createLine(): Line {
  let nodes: { text: string; marks: Mark[] }[] = []
  let endsInSpace = true
  return {
    add: (text, marks) => {
      const collapsed = text.replace(/\s+/g, ' ')
      const fitting = endsInSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
      if (fitting === '') return
      endsInSpace = fitting.endsWith(' ')
      nodes.push({ text: fitting, marks })
    },
    take: () => {
      const last = nodes.at(-1)
      if (last?.text.endsWith(' ')) last.text = last.text.slice(0, -1)
      const taken = nodes.filter(({ text }) => text !== '').flatMap(({ text, marks }) => nodesOf(text, marks))
      nodes = []
      endsInSpace = true
      return taken
    },
  }
}

/** The line in pieces of as many nodes as the contract takes. */
export function linesOf(content: Inline): Inline[] {
  return piecesOf(content, maxChildren.line)
}

/** A list in pieces of at most so many. */
export function piecesOf<T>(all: T[], most: number): T[][] {
  const pieces: T[][] = []
  for (let at = 0; at < all.length; at += most) pieces.push(all.slice(at, at + most))
  return pieces
}

function nodesOf(text: string, marks: Mark[]): Inline {
  return textPieces(text).map((piece) => ({ type: 'text', text: piece, ...(marks.length > 0 ? { marks } : {}) }))
}
