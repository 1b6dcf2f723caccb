import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { FrameProps } from './frame-props.ts'
import styles from './frames.module.css'
import { useLibraryItem } from './library-picture.tsx'

const icons = { picture: 'picture', document: 'document', audio: 'audio', video: 'video' } as const

/** A file in the text: what it is; what readers see as its name is the text beside. */
export function FileFrame({ frame }: FrameProps) {
  const words = useDeskText().editor.media
  const item = useLibraryItem(frame.node.attrs.mediaId)
  if (item === null) return <p className={styles.lost}>{words.lostFile}</p>
  return (
    <p className={styles.file}>
      <Icon name={icons[item?.kind ?? 'document']} />
      <span>{item?.originalName ?? words.file}</span>
    </p>
  )
}
