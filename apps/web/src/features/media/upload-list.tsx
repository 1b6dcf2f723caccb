import type { MediaItem } from '@bantin/shared/media'
import type { ReactNode } from 'react'
import { formatPercent } from '../../lib/format.ts'
import { useMediaText } from '../../lib/i18n/desk/use-media-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './upload-list.module.css'
import { isOver, type Upload, type UploadQueue } from './upload-queue.ts'
import { useSayUpload } from './use-say-upload.ts'

interface UploadListProps {
  uploads: readonly Upload[]
  queue: UploadQueue
  /** The link to a file that is in the library now. */
  link?: ((item: MediaItem, text: string) => ReactNode) | undefined
  /** `low` leaves room for what stands below. */
  look?: 'low'
}

/** Files on their way, each with how far it is, and what came of it; first what asks for something. How many are done is announced, not every step. */
export function UploadList({ uploads, queue, link, look }: UploadListProps) {
  const words = useMediaText().upload
  const done = uploads.filter(({ state }) => state === 'done').length
  const [refused, others] = [uploads.filter(isRefused), uploads.filter((each) => !isRefused(each))]
  return (
    <section className={styles.uploads} aria-label={words.list} hidden={uploads.length === 0}>
      <div className={styles.head}>
        <p role="status">
          {uploads.length > 0 ? words.summary(done, uploads.length) : null} {refused.length > 0 ? words.refusedCount(refused.length) : null}
        </p>
        {uploads.length > 0 && uploads.every(isOver) ? (
          <Button variant="quiet" onClick={queue.clear}>
            {words.clear}
          </Button>
        ) : null}
      </div>
      <ul className={look ? `${styles.list} ${styles[look]}` : styles.list}>
        {[...refused, ...others].map((upload) => (
          <Line key={upload.id} upload={upload} queue={queue} link={link} />
        ))}
      </ul>
    </section>
  )
}

const isRefused = ({ state }: Upload): boolean => state === 'refused'

function Line({ upload, queue, link }: Pick<UploadListProps, 'queue' | 'link'> & { upload: Upload }) {
  const words = useMediaText().upload
  const { id, file, state, item } = upload
  const over = isOver(upload)
  return (
    <li className={styles.line}>
      <span className={styles.name}>{file.name}</span>
      <State upload={upload} />
      <span className={styles.buttons}>
        {item && link ? link(item, words.describe) : null}
        {state === 'refused' ? (
          <Button variant="quiet" aria-label={words.retryOf(file.name)} onClick={() => queue.retry(id)}>
            {words.retry}
          </Button>
        ) : null}
        <Button variant="quiet" aria-label={(over ? words.dismiss : words.cancel)(file.name)} onClick={() => queue.drop(id)}>
          <Icon name="close" />
        </Button>
      </span>
    </li>
  )
}

function State({ upload: { file, state, progress, error } }: { upload: Upload }) {
  const { states } = useMediaText().upload
  const locale = useLocale()
  const say = useSayUpload()
  if (state === 'refused') return <span className={styles.refused}>{say(error, file)}</span>
  if (state !== 'sending') return <span className={styles.state}>{states[state]}</span>
  return (
    <span className={styles.state}>
      {states.sending(formatPercent(progress, locale))}
      <progress className={styles.progress} value={progress} aria-label={file.name} />
    </span>
  )
}
