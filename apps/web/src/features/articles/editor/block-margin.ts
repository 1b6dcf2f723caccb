import { createContext, type ReactNode } from 'react'

/** What the page sets beside a block of the text. `label` is what the block is called; `current`: it is the one under the caret. */
export type BlockMargin = (block: { id: string; label: string; current: boolean }) => ReactNode

/** Null: the editor has no margin. Give a function that stays the same, or every block is rendered with every letter. */
export const BlockMarginContext = createContext<BlockMargin | null>(null)
