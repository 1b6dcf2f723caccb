import type { MediaItem } from '@bantin/shared/media'
import type { MediaKind } from '@bantin/shared/media-types'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useMediaText } from '../../lib/i18n/desk/use-media-text.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceProblem } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DropZone } from '../../ui/drop-zone.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LiveSearch } from '../../ui/live-search.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { mediaQuery } from './media.api.ts'
import { MediaChoices } from './media-choices.tsx'
import styles from './media-picker.module.css'
import { UploadList } from './upload-list.tsx'
import { type PickerOrder, usePicked } from './use-picked.ts'
import { acceptedFiles, acceptedPictures } from './use-uploads.ts'

export interface MediaPickerProps extends PickerOrder {
  /** With what was chosen; with nothing when it is left. */
  onDone: (items: MediaItem[]) => void
}

const fileKinds = ['document', 'audio', 'video'] as const satisfies readonly MediaKind[]

/** Chooses from the library, or brings files in and chooses those. */
export function MediaPicker({ kind, many, unitId, onDone }: MediaPickerProps) {
  const { cancel } = useDeskText()
  const words = useMediaText()
  const { title, submit } = useNames(kind, many)
  const { uploads, chosen, choose } = usePicked({ kind, many, unitId })
  const [q, setSearch] = useState('')
  const [fileKind, setFileKind] = useState<MediaKind>('document')
  const [isMissing, setMissing] = useState(false)
  const finish = (): void => (chosen.length > 0 ? onDone(chosen) : setMissing(true))
  const actions = (
    <>
      <Button variant="primary" onClick={finish}>
        {submit(chosen.length)}
      </Button>
      <Button onClick={() => onDone([])}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open wide onClose={() => onDone([])} title={title} actions={actions}>
      <DropZone label={words.upload.drop} onFiles={uploads.add} className={styles.content}>
        <div className={styles.tools}>
          <LiveSearch text={q} label={words.search} maxLength={100} onSearch={setSearch} />
          {kind === 'file' ? (
            <SelectField
              label={words.kind}
              value={fileKind}
              onValue={(value) => setFileKind(value as MediaKind)}
              choices={fileKinds.map((value) => ({ value, label: words.kinds[value] }))}
            />
          ) : null}
          <FileButton accept={kind === 'picture' ? acceptedPictures : acceptedFiles} multiple={many} onFiles={uploads.add}>
            <Icon name="upload" />
            {words.upload.button}
          </FileButton>
        </div>
        <UploadList uploads={uploads.list} queue={uploads} look="low" />
        <ChoiceProblem>{isMissing && chosen.length === 0 ? words.picker.nothing : undefined}</ChoiceProblem>
        <Found filters={{ kind: kind === 'picture' ? 'picture' : fileKind, ...(q ? { q } : {}) }}>
          {(items) => <MediaChoices items={items} many={many} chosen={chosen} onChoose={choose} onTake={(item) => onDone([item])} />}
        </Found>
        {many ? (
          <div role="status">
            <VisuallyHidden>{words.picker.selected(chosen.length)}</VisuallyHidden>
          </div>
        ) : null}
      </DropZone>
    </Dialog>
  )
}

interface FoundProps {
  filters: Parameters<typeof mediaQuery>[0]
  children: (items: MediaItem[]) => ReactNode
}

function Found({ filters, children }: FoundProps) {
  const words = useMediaText()
  return (
    <PagedList
      query={useInfiniteQuery(mediaQuery(filters))}
      words={words}
      empty={<p className={styles.empty}>{filters.q ? words.emptyFiltered : words.emptyLead}</p>}
    >
      {children}
    </PagedList>
  )
}

function useNames(kind: MediaPickerProps['kind'], many: boolean) {
  const { titles, choose, chooseMany } = useMediaText().picker
  const title = kind === 'picture' ? (many ? titles.pictures : titles.picture) : many ? titles.files : titles.file
  return { title, submit: (count: number) => (many ? chooseMany(count) : choose) }
}
