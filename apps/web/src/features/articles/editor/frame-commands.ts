import type { Editor } from '@tiptap/core'
import { Fragment, type Node } from '@tiptap/pm/model'
import type { Frame } from './frames.ts'

/** Other attributes of a framed block; those that are not named stay. */
export function changeFrame(editor: Editor, { getPos }: Frame, attrs: Record<string, unknown>): void {
  const pos = getPos()
  if (pos === undefined) return
  const { tr } = editor.state
  for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(pos, name, value)
  editor.view.dispatch(tr)
}

/** The gallery that a figure stands in, and at which place in it; null when it stands by itself. */
export function galleryOf(editor: Editor, { getPos }: Frame): { gallery: Node; pos: number; place: number } | null {
  const at = getPos()
  if (at === undefined) return null
  const $at = editor.state.doc.resolve(at)
  return $at.parent.type.name === 'gallery' ? { gallery: $at.parent, pos: $at.before(), place: $at.index() } : null
}

/** A picture of a gallery one place forward (1) or back (-1); its button for the same keeps the focus. */
export function moveFigure(editor: Editor, frame: Frame, by: -1 | 1): void {
  const found = galleryOf(editor, frame)
  const [figure, other] = found ? [found.gallery.child(found.place), found.gallery.maybeChild(found.place + by)] : []
  if (!found || !figure || !other) return
  const figures = [...found.gallery.children]
  figures[found.place] = other
  figures[found.place + by] = figure
  const from = found.pos + 1
  editor.view.dispatch(editor.state.tr.replaceWith(from, from + found.gallery.content.size, Fragment.from(figures)))
  focusMove(editor.view, from + figures.slice(0, found.place + by).reduce((size, { nodeSize }) => size + nodeSize, 0), by)
}

/** What is shown beside a picture is made anew where it is now, some moments later on a slow device: for a second it is looked for. */
function focusMove(view: Editor['view'], pos: number, by: -1 | 1, triesLeft = 60): void {
  setTimeout(() => {
    const figure = view.isDestroyed ? null : view.nodeDOM(pos)
    const button = figure instanceof HTMLElement ? figure.querySelector<HTMLElement>(`[data-move="${by}"]`) : null
    if (button) button.focus()
    else if (figure && triesLeft > 0) focusMove(view, pos, by, triesLeft - 1)
  }, 16)
}

/** The block, or the picture of a gallery, is taken out; a gallery goes with its last picture. */
export function removeFrame(editor: Editor, frame: Frame): void {
  const pos = frame.getPos()
  if (pos === undefined) return
  const found = galleryOf(editor, frame)
  const isLast = found?.gallery.childCount === 1
  const [from, size] = found && isLast ? [found.pos, found.gallery.nodeSize] : [pos, editor.state.doc.nodeAt(pos)?.nodeSize ?? 0]
  editor.view.dispatch(editor.state.tr.delete(from, from + size))
  editor.view.focus()
}

/** More pictures at the end of a gallery. */
export function addFigures(editor: Editor, { getPos }: Frame, figures: Node[]): void {
  const pos = getPos()
  const gallery = pos === undefined ? null : editor.state.doc.nodeAt(pos)
  if (pos === undefined || !gallery || figures.length === 0) return
  editor.view.dispatch(editor.state.tr.insert(pos + gallery.nodeSize - 1, figures))
}
