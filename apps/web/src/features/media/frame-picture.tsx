import type { FocalPoint } from '@bantin/shared/media'
import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { type Corner, corners, drawCorner, middleOf, type SizedPicture, tidyPoint, wholePicture } from './frame.ts'
import styles from './frame-picture.module.css'
import type { Frame } from './use-frame.ts'

interface FramePictureProps {
  item: SizedPicture
  frame: Frame
  onChange: (part: Partial<Frame>) => void
}

/** The whole picture: pressed, it takes the focal point, which can also be drawn; the corners cut it. */
export function FramePicture({ item, frame, onChange }: FramePictureProps) {
  const words = useMediaItemText().frame
  const place = useRef<HTMLDivElement>(null)
  const { crop } = frame
  const pointAt = (event: PointerEvent): FocalPoint => {
    const { left, top, width, height } = (place.current as HTMLElement).getBoundingClientRect()
    return tidyPoint({ x: (event.clientX - left) / width, y: (event.clientY - top) / height })
  }
  const { x, y, width, height } = crop ?? { x: 0, y: 0, width: 1, height: 1 }
  const aim = (event: PointerEvent): void => onChange({ focalPoint: pointAt(event) })
  return (
    // Told when the finger leaves: who scrolls over the picture sets nothing.
    <div ref={place} className={styles.picture} onPointerUp={aim}>
      <img src={wholePicture(item)} width={item.width} height={item.height} alt={words.picture} draggable={false} />
      <div className={styles.crop} style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}>
        {corners.map((corner) => (
          <Handle key={corner} corner={corner} onDraw={(event) => onChange({ crop: drawCorner(crop, corner, pointAt(event)) })} />
        ))}
      </div>
      <Marker point={frame.focalPoint ?? middleOf(crop)} onDraw={aim} onMove={(focalPoint) => onChange({ focalPoint })} />
    </div>
  )
}

/** For those who draw; the same is done by numbers. */
function Handle({ corner, onDraw }: { corner: Corner; onDraw: (event: PointerEvent) => void }) {
  return <span className={`${styles.handle} ${styles[corner]}`} {...drawing(onDraw)} />
}

const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

interface MarkerProps {
  point: FocalPoint
  onDraw: (event: PointerEvent) => void
  onMove: (point: FocalPoint) => void
}

/** The focal point, drawn or moved by the arrow keys. */
function Marker({ point, onDraw, onMove }: MarkerProps) {
  const words = useMediaItemText().frame
  const id = useId()
  const [x, y] = [Math.round(point.x * 100), Math.round(point.y * 100)]
  const pressed = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const size = event.shiftKey ? 0.1 : 0.01
    onMove(tidyPoint({ x: point.x + step[0] * size, y: point.y + step[1] * size }))
  }
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        className={styles.marker}
        style={{ left: percent(point.x), top: percent(point.y) }}
        aria-label={words.point}
        aria-describedby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={x}
        aria-valuetext={words.pointAt(x, y)}
        onKeyDown={pressed}
        {...drawing(onDraw)}
      />
      <span id={id}>
        <VisuallyHidden>{words.pointHint}</VisuallyHidden>
      </span>
    </>
  )
}

/** Pressing and drawing with a mouse, a pen or a finger. */
function drawing(onDraw: (event: PointerEvent) => void) {
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent): void => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) onDraw(event)
    },
    onPointerUp: (event: PointerEvent): void => event.stopPropagation(),
  }
}

function percent(part: number): string {
  return `${part * 100}%`
}
