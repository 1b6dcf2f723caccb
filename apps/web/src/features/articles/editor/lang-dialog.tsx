import { isLanguage } from '@bantin/shared/language-tag'
import type { Editor } from '@tiptap/core'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { TextField } from '../../../ui/field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { markValue, setMarkValue } from './mark-range.ts'
import { ToolDialog } from './tool-dialog.tsx'

/** Asks for the language of what is selected, so that screen readers say it right. */
export function LangDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useDeskText().editor
  const ask = useAskForm<string>(
    (filled) => {
      const lang = filled('lang')
      return lang === '' || isLanguage(lang) ? { send: lang } : { wrong: { lang: words.langWrong } }
    },
    (lang) => {
      setMarkValue(editor, 'lang', 'lang', lang)
      onClose()
    },
  )
  return (
    <ToolDialog editor={editor} title={words.langTitle} confirm={words.set.lang} ask={ask} onClose={onClose}>
      <TextField
        label={words.langCode}
        name="lang"
        autoComplete="off"
        autoCapitalize="none"
        maxLength={40}
        defaultValue={markValue(editor, 'lang', 'lang')}
        hint={words.langHint}
        error={ask.problems.lang}
      />
    </ToolDialog>
  )
}
