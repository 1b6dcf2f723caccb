import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { NoticeLine } from '../../../ui/notice-line.tsx'

interface RefusedChangeProps {
  editor: Editor
  isRefused: boolean
  onSettled: () => void
}

/** Says that something was not done because the text would be more than can be stored; until something else is done. */
export function RefusedChange({ editor, isRefused, onSettled }: RefusedChangeProps) {
  const words = useDeskText().editor
  useEffect(() => {
    if (!isRefused) return
    const settle = (): void => (editor.view.composing ? undefined : onSettled())
    editor.on('update', settle)
    return () => void editor.off('update', settle)
  }, [editor, isRefused, onSettled])
  return <div role="status">{isRefused ? <NoticeLine tone="notice">{words.refused}</NoticeLine> : null}</div>
}
