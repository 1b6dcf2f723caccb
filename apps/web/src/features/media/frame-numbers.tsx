import type { FocalPoint } from '@bantin/shared/media'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { Field } from '../../ui/field.tsx'
import { middleOf } from './frame.ts'
import styles from './frame-numbers.module.css'
import type { Frame } from './use-frame.ts'

interface FrameNumbersProps {
  frame: Frame
  onChange: (part: Partial<Frame>) => void
}

/** The framing in hundredths of the picture, for those who do not draw. */
export function FrameNumbers({ frame, onChange }: FrameNumbersProps) {
  const words = useMediaItemText().frame
  const point: FocalPoint = frame.focalPoint ?? middleOf(frame.crop)
  const crop = frame.crop ?? { x: 0, y: 0, width: 1, height: 1 }
  return (
    <details className={styles.numbers}>
      <summary className={styles.summary}>{words.numbers}</summary>
      <div className={styles.fields}>
        <Percent label={words.pointX} part={point.x} onPart={(x) => onChange({ focalPoint: { ...point, x } })} />
        <Percent label={words.pointY} part={point.y} onPart={(y) => onChange({ focalPoint: { ...point, y } })} />
        <Percent label={words.cropX} part={crop.x} onPart={(x) => onChange({ crop: { ...crop, x } })} />
        <Percent label={words.cropY} part={crop.y} onPart={(y) => onChange({ crop: { ...crop, y } })} />
        <Percent label={words.cropWidth} part={crop.width} onPart={(width) => onChange({ crop: { ...crop, width } })} />
        <Percent label={words.cropHeight} part={crop.height} onPart={(height) => onChange({ crop: { ...crop, height } })} />
      </div>
    </details>
  )
}

/** One number. What is typed counts when the field is left or Enter is pressed, or "4" on the way to "45" would. */
function Percent({ label, part, onPart }: { label: string; part: number; onPart: (part: number) => void }) {
  const shown = String(Math.round(part * 1000) / 10)
  const read = (field: HTMLInputElement): void => {
    const typed = field.valueAsNumber
    if (Number.isNaN(typed)) field.value = shown
    else if (field.value !== shown) onPart(typed / 100)
  }
  return (
    <Field label={label}>
      {(control) => (
        <input
          key={shown}
          {...control}
          type="number"
          inputMode="decimal"
          min={0}
          max={100}
          step="any"
          defaultValue={shown}
          onBlur={({ currentTarget }) => read(currentTarget)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') read(event.currentTarget)
          }}
        />
      )}
    </Field>
  )
}
