// Beside the schemas: the editor asks for them in a browser, which has no use for what makes schemas.

export const maxBlocks = 2000
/** How deeply lists stand in lists. */
export const maxListDepth = 4
/** How many nodes stand in one node, pieces of text among them. */
export const maxChildren = { list: 500, listItem: 100, quote: 50, gallery: 60, table: 500, tableRow: 50, cell: 50, line: 500 } as const
/** Of one piece of text. */
export const longestText = 20_000
/** Over how many columns or rows a cell goes. */
export const maxSpan = 50

/** Those without an attribute. */
export const plainMarks = ['bold', 'italic', 'underline', 'subscript', 'superscript'] as const
