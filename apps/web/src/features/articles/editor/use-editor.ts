import type { Body } from '@bantin/shared/body'
import { Editor } from '@tiptap/core'
import { type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react'
import { caretRoom, type StickingBars } from './caret-room.ts'
import { bodyOf, documentOf } from './document-body.ts'
import type { Frames } from './frames.ts'
import { type IncomingHandling, incomingProps } from './incoming-props.ts'
import { Bounds } from './nodes/bounds.ts'
import { EditorKeys } from './nodes/editor-keys.ts'
import { extensions } from './nodes/extensions.ts'
import { placeBody } from './place-body.ts'

interface EditorSetting {
  host: RefObject<HTMLElement | null>
  initial: Body
  turn: number
  onChange: (body: Body) => void
  attributes: Record<string, string>
  toToolbar: () => void
  bars: StickingBars
  onRefused: () => void
  frames: Frames
  handling: IncomingHandling
}

/**
 * The editor in `host`: made once, and from then on the owner of what stands there. Null before it is. `initial` is read again each time
 * `turn` grows.
 */
export function useEditor(setting: EditorSetting): Editor | null {
  const { host, initial, turn, onChange, attributes, toToolbar, bars, onRefused, frames, handling } = setting
  const [editor, setEditor] = useState<Editor | null>(null)
  const changed = useEffectEvent((made: Editor) => onChange(bodyOf(made.state.doc)))
  const make = useEffectEvent((element: HTMLElement) => {
    const room = caretRoom(bars)
    return new Editor({
      element,
      content: documentOf(initial),
      extensions: [...extensions, EditorKeys.configure({ toToolbar }), Bounds.configure({ onRefused }), frames.extension],
      // The page's policy takes no styles from scripts: they stand in body-editor.module.css.
      injectCSS: false,
      enablePasteRules: false,
      enableCoreExtensions: { delete: false, drop: false, paste: false, tabindex: false, textDirection: false },
      editorProps: { attributes, scrollThreshold: room, scrollMargin: room, ...incomingProps(handling) },
      onUpdate: ({ editor: made }) => changed(made),
    })
  })
  useLayoutEffect(() => {
    if (!host.current) return
    const made = make(host.current)
    setEditor(made)
    return () => made.destroy()
  }, [host])
  const place = useEffectEvent((): void => {
    const tr = editor && placeBody(editor.state, initial)
    if (tr) editor.view.dispatch(tr)
  })
  useLayoutEffect(() => {
    if (turn > 0) place()
  }, [turn])
  return editor
}
