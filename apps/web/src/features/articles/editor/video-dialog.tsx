import { readVideoAddress, type VideoHost } from '@bantin/shared/video-hosts'
import type { Editor } from '@tiptap/core'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { TextField } from '../../../ui/field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { insertBlocks } from './block-commands.ts'
import { ToolDialog } from './tool-dialog.tsx'

/** Asks for the page of a recording at one of the hosts that the site shows. */
export function VideoDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { media: words, address, set } = useDeskText().editor
  const ask = useAskForm<{ host: VideoHost; videoId: string }>(
    (filled) => {
      const video = readVideoAddress(filled('address'))
      return video ? { send: video } : { wrong: { address: words.videoWrong } }
    },
    (attrs) => {
      editor.view.dispatch(insertBlocks(editor.state, [editor.schema.nodeFromJSON({ type: 'video', attrs })]))
      onClose()
    },
  )
  return (
    <ToolDialog editor={editor} title={words.videoTitle} confirm={set.video} ask={ask} onClose={onClose}>
      <TextField
        label={address}
        name="address"
        inputMode="url"
        autoComplete="off"
        maxLength={500}
        hint={words.videoHint}
        error={ask.problems.address}
        required
      />
    </ToolDialog>
  )
}
