import type { Body } from '@bantin/shared/body'
import type { Dropped, LegacyFont } from '@bantin/shared/conversions'
import { legacyFontOf } from '@bantin/shared/incoming/legacy-font-of'
import { type MarkupElement, markupFrom } from '@bantin/shared/incoming/markup'
import { bodyOfMarkup } from '@bantin/shared/incoming/markup-to-body'
import { convertLegacyFont, legacyRewriter } from '@bantin/shared/legacy-fonts'
import { isLinkTarget } from '@bantin/shared/link-target'
import { readVideoAddress } from '@bantin/shared/video-hosts'
import { closeHistory, undo } from '@tiptap/pm/history'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { trustedHtml } from '../../../lib/trusted-html.ts'
import { currentBlock, insertBlocks } from './block-commands.ts'
import { fittingSlice, openSlice } from './fitting-slice.ts'
import { captioned } from './nodes/media-nodes.ts'

/** What became of a text that was pasted. */
export interface Pasted {
  dropped: Dropped[]
  /** It seems to be written for a font of this old encoding. */
  legacyFont: LegacyFont | null
  /** Puts it in once more, rewritten in Unicode; nothing happens when something was changed since. */
  convert: (font: LegacyFont) => void
}

const nothing: Pasted = { dropped: [], legacyFont: null, convert: () => undefined }

/** Puts in the text that HTML of Word, of a page or of another editor stands for. */
export function pasteMarkup(view: EditorView, html: string, font?: LegacyFont): Pasted {
  const { body, dropped } = bodyOfMarkup(markupOf(html), font ? { rewrite: legacyRewriter(font) } : {})
  return put(view, body, dropped, font, (again) => pasteMarkup(view, html, again))
}

/** Puts in plain text: each line a paragraph, blank ones only separate. Null when the editor is to do what it does. */
export function pasteText(view: EditorView, text: string, font?: LegacyFont): Pasted | null {
  const lines = (font ? convertLegacyFont(text, font) : text).split(/\r\n|[\r\n\u2028\u2029]/).filter((line) => line.trim() !== '')
  const [first] = lines
  if (first === undefined) return null
  if (lines.length === 1 && pasteAddress(view, first.trim())) return nothing
  const body: Body = { type: 'doc', content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })) }
  return put(view, body, [], font, (again) => pasteText(view, text, again))
}

/** An address over selected words makes a link of them; that of a recording on a blank line the recording. */
function pasteAddress(view: EditorView, address: string): boolean {
  const { state } = view
  const { link } = state.schema.marks
  const video = readVideoAddress(address)
  const { node } = currentBlock(state)
  if (video && node.type.name === 'paragraph' && node.content.size === 0) {
    view.dispatch(insertBlocks(state, [state.schema.nodeFromJSON({ type: 'video', attrs: video })]))
    return true
  }
  const { from, to, empty, $from, $to } = state.selection
  if (!link || empty || !$from.sameParent($to) || !isLinkTarget(address)) return false
  view.dispatch(state.tr.removeMark(from, to, link).addMark(from, to, link.create({ href: address })))
  return true
}

function put(view: EditorView, body: Body, dropped: Dropped[], font: LegacyFont | undefined, again: (font: LegacyFont) => void): Pasted {
  const { state } = view
  const blocks = body.content.map((block) => state.schema.nodeFromJSON(block))
  // A group of its own in the history: what is undone to convert it is this and nothing else.
  view.dispatch(closeHistory(state.tr).replaceSelection(sliceOf(view, blocks)).setMeta('uiEvent', 'paste').scrollIntoView())
  const after = view.state.doc
  // There was no room for it, which is told by whoever refused it.
  if (after === state.doc) return nothing
  const convert = (found: LegacyFont): void => {
    if (!view.state.doc.eq(after)) return
    undo(view.state, view.dispatch)
    again(found)
  }
  return { dropped, legacyFont: font ? null : legacyFontOf(null, body), convert }
}

/** A line alone goes into the line with the caret, as do several into a caption; else what begins and ends as text joins what stands there. */
function sliceOf({ state }: EditorView, blocks: Node[]): Slice {
  if (captioned.includes(state.selection.$from.parent.type.name)) return new Slice(Fragment.from(inOneLine(blocks)), 0, 0)
  return fittingSlice(state, openSlice(blocks))
}

function inOneLine(blocks: Node[]): Node[] {
  const parts: Node[] = []
  for (const block of blocks)
    block.descendants((node) => {
      if (!node.isTextblock) return true
      if (parts.length > 0 && node.content.size > 0) parts.push(node.type.schema.text(' '))
      parts.push(...node.children)
      return false
    })
  return parts
}

/** The browser's tree of a page as markup. It is read in a document of its own, where nothing runs or is loaded. */
function markupOf(html: string): MarkupElement {
  const { body } = new DOMParser().parseFromString(trustedHtml(html), 'text/html')
  const root = markupFrom<globalThis.Node>(body, (node) => {
    if (node instanceof Element) {
      const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name.toLowerCase(), value]))
      return { name: node.localName.toLowerCase(), attributes, children: node.childNodes }
    }
    return node.nodeType === node.TEXT_NODE ? (node.textContent ?? '') : null
  })
  return root === null || typeof root === 'string' ? { name: 'body', attributes: {}, children: [root ?? ''] } : root
}
