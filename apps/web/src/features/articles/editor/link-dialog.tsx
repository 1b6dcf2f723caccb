import type { Editor } from '@tiptap/core'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { markValue, setMarkValue } from './mark-range.ts'
import { readAddress } from './read-address.ts'
import { ToolDialog } from './tool-dialog.tsx'

/** Asks where what is selected leads; the link around the caret is changed or taken away as a whole. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useDeskText().editor
  const before = markValue(editor, 'link', 'href')
  const set = (href: string): void => {
    setMarkValue(editor, 'link', 'href', href, href)
    onClose()
  }
  const ask = useAskForm<string>((filled) => {
    const href = readAddress(filled('address'))
    return href === null ? { wrong: { address: words.addressWrong } } : { send: href }
  }, set)
  return (
    <ToolDialog
      editor={editor}
      title={words.linkTitle}
      confirm={words.set.link}
      ask={ask}
      onClose={onClose}
      more={before === '' ? null : <Button onClick={() => set('')}>{words.unset}</Button>}
    >
      <TextField
        label={words.address}
        name="address"
        inputMode="url"
        autoComplete="off"
        maxLength={2000}
        defaultValue={before}
        hint={words.addressHint}
        error={ask.problems.address}
        required
      />
    </ToolDialog>
  )
}
