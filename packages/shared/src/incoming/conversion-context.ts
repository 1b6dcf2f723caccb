import type { Block, Figure, Inline, Mark } from '../body.ts'
import type { DropReport } from './dropped.ts'
import type { MarkupElement, MarkupNode } from './markup.ts'

/** A paragraph that Word made an item of a list, until it is known which others belong to it. */
export interface ListLine {
  type: 'listLine'
  level: number
  isOrdered: boolean
  /** What it was counted as, where that is known. */
  number?: number
  content: Inline
}

/** What a stretch of markup became. */
export type Piece = Block | ListLine

/** What the parts of the conversion share. */
export interface ConversionContext {
  /** The id of the library's picture that stands for this one, or null: then it is left out. */
  pictureOf: (src: string, alt: string) => string | null
  /** A text as it is kept. */
  clean: (text: string) => string
  report: DropReport
  /** Pictures that stood in a list, quote or table: they come after it. */
  apart: Figure[]
  /** Takes the document's title out of the text; false when there is one already, or none is asked for. */
  takeTitle: (heading: MarkupElement) => boolean
  /** Blocks of whatever stands there, lines of Word's lists among them. */
  flow: (nodes: readonly MarkupNode[], marks: Mark[]) => Piece[]
  /** The same, with those lists put together. */
  blocks: (nodes: readonly MarkupNode[], marks: Mark[]) => Block[]
}
