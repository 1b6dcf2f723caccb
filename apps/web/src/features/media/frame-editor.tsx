import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { Button } from '../../ui/button.tsx'
import { PageSection, SectionButtons } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { CutPreviews } from './cut-previews.tsx'
import type { SizedPicture } from './frame.ts'
import styles from './frame-editor.module.css'
import { FrameNumbers } from './frame-numbers.tsx'
import { FramePicture } from './frame-picture.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { useFrame } from './use-frame.ts'

/** Which part of a picture is shown, and what every cut keeps: drawn, or by numbers; with what will come of it. */
export function FrameEditor({ item, saying }: { item: SizedPicture; saying: Saying }) {
  const words = useMediaItemText()
  const { frame, change, isChanged, drop, submit, busy, stale } = useFrame(item, saying)
  return (
    <PageSection title={words.frame.title}>
      <p className={styles.lead}>{words.frame.lead}</p>
      <FramePicture item={item} frame={frame} onChange={change} />
      <FrameNumbers frame={frame} onChange={change} />
      {stale ? (
        <StaleNotice busy={busy} onTake={drop} onKeep={submit}>
          <p>{words.stale.frame}</p>
        </StaleNotice>
      ) : null}
      <SectionButtons>
        {isChanged && !stale ? (
          <Button variant="primary" busy={busy} onClick={submit}>
            {busy ? words.frame.saving : words.frame.save}
          </Button>
        ) : null}
        {frame.crop ? <Button onClick={() => change({ crop: null })}>{words.frame.whole}</Button> : null}
        {frame.focalPoint ? <Button onClick={() => change({ focalPoint: null })}>{words.frame.center}</Button> : null}
        {isChanged ? (
          <Button busy={busy} onClick={drop}>
            {words.frame.drop}
          </Button>
        ) : null}
      </SectionButtons>
      <CutPreviews item={item} frame={stale ?? frame} />
    </PageSection>
  )
}
