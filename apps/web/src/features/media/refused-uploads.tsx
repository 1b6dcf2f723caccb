import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useMediaText } from '../../lib/i18n/desk/use-media-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './refused-uploads.module.css'
import type { Upload } from './upload-queue.ts'
import { useSayUpload } from './use-say-upload.ts'

interface RefusedUploadsProps {
  refused: readonly Upload[]
  /** Whether others of the same time are in the library. */
  some: boolean
  onClose: () => void
}

/** Which files were not taken, and why: where they were dropped there is no list to say it in. */
export function RefusedUploads({ refused, some, onClose }: RefusedUploadsProps) {
  const { close } = useDeskText()
  const { refusedTitle, refusedLead } = useMediaText().upload
  const say = useSayUpload()
  return (
    <Dialog
      open
      onClose={onClose}
      title={refusedTitle}
      lead={some ? refusedLead : undefined}
      actions={<Button onClick={onClose}>{close}</Button>}
    >
      <ul className={styles.refused}>
        {refused.map(({ id, file, error }) => (
          <li key={id}>
            <strong>{file.name}</strong>: {say(error, file)}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
