import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import styles from './cut-previews.module.css'
import { cutOf, ratios, type SizedPicture, wholePicture } from './frame.ts'
import type { Frame } from './use-frame.ts'

interface CutPreviewsProps {
  item: SizedPicture
  frame: Frame
}

/** The picture as it will be cut for lists and for shared links. */
export function CutPreviews({ item, frame }: CutPreviewsProps) {
  const words = useMediaItemText().frame
  return (
    <section className={styles.previews} aria-label={words.previews}>
      <p className={styles.title}>{words.previews}</p>
      {(['card', 'share'] as const).map((shape) => (
        <Cut key={shape} item={item} frame={frame} ratio={ratios[shape]} label={words[shape]} />
      ))}
    </section>
  )
}

function Cut({ item, frame: { crop, focalPoint }, ratio, label }: CutPreviewsProps & { ratio: number; label: string }) {
  const { x, y, width, height } = cutOf(item, crop, focalPoint, ratio)
  const percent = (part: number) => `${part * 100}%`
  return (
    <figure className={styles.cut}>
      <div className={styles.frame} style={{ aspectRatio: String(ratio) }}>
        <img
          src={wholePicture(item)}
          alt=""
          style={{ width: percent(1 / width), height: percent(1 / height), left: percent(-x / width), top: percent(-y / height) }}
        />
      </div>
      <figcaption>{label}</figcaption>
    </figure>
  )
}
