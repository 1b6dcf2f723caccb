import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView, NodeView, NodeViewConstructor } from '@tiptap/pm/view'

/** What React shows beside the text of a block, in an element of its own that holds no text of the article. */
export interface Frame {
  key: string
  element: HTMLElement
  node: Node
  /** Where the block is now; undefined when it is no more. */
  getPos: () => number | undefined
}

/** All frames of one editor; `list` stays the same array until one changes. */
export interface Frames {
  list: () => readonly Frame[]
  listen: (heard: () => void) => () => void
  extension: Extension
  /** Tells what changed while an input method composed. */
  flush: () => void
}

/** `placeholders` stand where a caption or a name is to be written. */
export function createFrames(placeholders: Record<'figure' | 'video' | 'file' | 'gallery', string>): Frames {
  let frames: readonly Frame[] = []
  let held = false
  const listeners = new Set<() => void>()
  const flush = (): void => {
    if (!held) return
    held = false
    for (const heard of listeners) heard()
  }
  const set = (view: EditorView, next: readonly Frame[]): void => {
    frames = next
    held = true
    if (!view.composing) flush()
  }
  let shown: readonly Frame[] = frames
  return {
    list: () => {
      if (!held) shown = frames
      return shown
    },
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    flush,
    extension: framesExtension(placeholders, {
      put: (view, frame) => set(view, [...frames.filter(({ key }) => key !== frame.key), frame]),
      drop: (view, gone) =>
        set(
          view,
          frames.filter(({ key }) => key !== gone),
        ),
    }),
  }
}

interface FrameStore {
  put: (view: EditorView, frame: Frame) => void
  drop: (view: EditorView, key: string) => void
}

function framesExtension(placeholders: Parameters<typeof createFrames>[0], store: FrameStore): Extension {
  const contents = { figure: 'figcaption', video: 'figcaption', file: 'p', gallery: 'div' } as const
  const names = Object.keys(contents) as (keyof typeof contents)[]
  const nodeViews = Object.fromEntries(names.map((name) => [name, framedView(store, contents[name], placeholders[name])]))
  return Extension.create({ name: 'frames', addProseMirrorPlugins: () => [new Plugin({ props: { nodeViews } })] })
}

let made = 0

/** A block with an element for React and one for its own text. Only the editor writes into the second. */
function framedView(store: FrameStore, content: string, placeholder: string): NodeViewConstructor {
  return (first, view, getPos): NodeView => {
    let node = first
    const key = String(++made)
    const dom = document.createElement(node.type.name === 'figure' ? 'figure' : 'div')
    const element = document.createElement('div')
    element.contentEditable = 'false'
    const contentDOM = document.createElement(content)
    contentDOM.dataset.placeholder = placeholder
    dom.append(...(content === 'div' ? [contentDOM, element] : [element, contentDOM]))
    mark(dom, node)
    store.put(view, { key, element, node, getPos })
    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== node.type) return false
        const isSame =
          next.sameMarkup(node) && (next.content.size === 0) === (node.content.size === 0) && next.childCount === node.childCount
        node = next
        mark(dom, node)
        if (!isSame) store.put(view, { key, element, node, getPos })
        return true
      },
      destroy: () => store.drop(view, key),
      stopEvent: ({ target }) => element.contains(target as globalThis.Node),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    }
  }
}

/** Attributes of the outer element alone: nothing that is written in is touched. */
function mark(dom: HTMLElement, { type, attrs, content }: Node): void {
  dom.dataset.node = type.name
  dom.toggleAttribute('data-empty', content.size === 0)
  if (attrs.id == null) delete dom.dataset.block
  else dom.dataset.block = attrs.id
}
