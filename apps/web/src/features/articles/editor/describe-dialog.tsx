import type { MediaItem } from '@bantin/shared/media'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { TextAreaField, TextField } from '../../../ui/field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { changeFrame } from './frame-commands.ts'
import type { FrameProps } from './frame-props.ts'
import styles from './frames.module.css'
import { ToolDialog } from './tool-dialog.tsx'

interface Description {
  alt: string | null
  credit: string | null
  decorative: true | null
}

/** What a picture shows, for those who do not see it, and whose it is. Empty: what the library says holds. */
export function DescribeDialog({ editor, frame, item, onClose }: FrameProps & { item: MediaItem | null; onClose: () => void }) {
  const { media: words, set } = useDeskText().editor
  const { alt, credit, decorative } = frame.node.attrs
  const ask = useAskForm<Description>(
    (filled) => ({
      send: {
        alt: filled('alt').replace(/\s+/g, ' ') || null,
        credit: filled('credit') || null,
        decorative: filled('decorative') === 'on' ? true : null,
      },
    }),
    (description) => {
      changeFrame(editor, frame, { ...description })
      onClose()
    },
  )
  const known = item?.alt ? words.altKnown(item.alt) : ''
  return (
    <ToolDialog editor={editor} title={words.describeTitle} confirm={set.description} ask={ask} onClose={onClose}>
      <TextAreaField
        label={words.alt}
        name="alt"
        rows={3}
        maxLength={500}
        defaultValue={alt ?? ''}
        hint={`${words.altHint} ${known}`.trim()}
      />
      <TextField label={words.credit} name="credit" maxLength={200} defaultValue={credit ?? ''} />
      <label className={styles.choice}>
        <input type="checkbox" name="decorative" defaultChecked={decorative === true} />
        {words.decorative}
      </label>
    </ToolDialog>
  )
}
