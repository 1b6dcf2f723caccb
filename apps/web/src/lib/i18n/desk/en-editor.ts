import type { DeskWords } from './vi.ts'

const kinds = { paragraph: 'Paragraph', h2: 'Heading 2', h3: 'Heading 3', h4: 'Heading 4', quote: 'Quote' }

export const editor: DeskWords['editor'] = {
  body: 'Text of the article',
  toolbar: 'Writing tools',
  kind: 'Kind of block',
  place: 'Place of the block',
  kinds,
  blockLabel: (kind, place) => `${kinds[kind]}, block ${place}`,
  placeholder: 'Write or paste the text here',
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Delete this block',
  removed: 'A block was deleted.',
  undo: 'Undo',
}
