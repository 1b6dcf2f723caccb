import { maxChildren } from '@bantin/shared/body/bounds'
import { piecesOf } from '@bantin/shared/incoming/line'
import type { MediaItem } from '@bantin/shared/media'
import type { Node, Schema } from '@tiptap/pm/model'

/** The figure of a picture of the library, with the library's words to begin with. */
export function figureOf(schema: Schema, { id, caption, credit }: MediaItem): Node {
  const content = caption ? [{ type: 'text', text: caption }] : []
  return schema.nodeFromJSON({ type: 'figure', attrs: { mediaId: id, credit }, content })
}

/** The blocks that files of the library become: one picture a figure, several a gallery or as many as hold them, anything else a file. */
export function blocksOf(schema: Schema, items: readonly MediaItem[]): Node[] {
  const figures = items.filter(({ kind }) => kind === 'picture').map((item) => figureOf(schema, item))
  const files = items.filter(({ kind }) => kind !== 'picture').map((item) => schema.nodeFromJSON(fileJson(item)))
  const pictures = figures.length > 1 ? piecesOf(figures, maxChildren.gallery).map((part) => galleryOf(schema, part)) : figures
  return [...pictures, ...files]
}

function galleryOf(schema: Schema, figures: Node[]): Node {
  return schema.nodes.gallery?.create(null, figures) as Node
}

function fileJson({ id, originalName, caption }: MediaItem) {
  const name = caption ?? originalName.replace(/\.[A-Za-z0-9]{1,5}$/, '')
  return { type: 'file', attrs: { mediaId: id }, content: name === '' ? [] : [{ type: 'text', text: name }] }
}
