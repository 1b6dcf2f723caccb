import { can } from '@bantin/shared/permissions'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { mediaQuery } from '../../features/media/media.api.ts'
import { MediaFilters } from '../../features/media/media-filters.tsx'
import { MediaGrid } from '../../features/media/media-grid.tsx'
import { type MediaSearch, mediaFiltersOf, readMediaSearch } from '../../features/media/media-search.ts'
import { UploadList } from '../../features/media/upload-list.tsx'
import { acceptedFiles, useUploads } from '../../features/media/use-uploads.ts'
import { inTreeOrder, unitPath } from '../../features/units/unit-tree-choices.ts'
import { unitsQuery } from '../../features/units/units.api.ts'
import { useMediaText } from '../../lib/i18n/desk/use-media-text.ts'
import { useActor } from '../../lib/use-session.ts'
import { DropZone } from '../../ui/drop-zone.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LiveSearch } from '../../ui/live-search.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { useMayUpload } from '../use-media-permission.ts'
import styles from './list-page.module.css'
import { useTitle } from './use-title.ts'

/** The media library: what is there, and the way in for more. */
export function MediaPage() {
  const words = useMediaText()
  // The router hands on what it does not know, unread; it is read here.
  const search = readMediaSearch({ ...useSearch({ from: '/ban-bien-tap/thu-vien' }) })
  const navigate = useNavigate()
  const units = useQuery(unitsQuery()).data ?? []
  const mayUpload = useMayUpload()
  const uploads = useUploads(useUploadUnit(search, units))
  useTitle(words.title)
  const show = (next: MediaSearch): void => void navigate({ to: '/ban-bien-tap/thu-vien', search: next, replace: true, resetScroll: false })
  return (
    <DropZone label={words.upload.drop} onFiles={mayUpload ? uploads.queue.add : undefined}>
      <div className={[styles.page, mayUpload ? styles.withBar : ''].join(' ')}>
        <div className={styles.head}>
          <h1>{words.title}</h1>
          {mayUpload ? (
            <div className={styles.buttons}>
              <FileButton variant="primary" accept={acceptedFiles} multiple onFiles={uploads.queue.add}>
                <Icon name="upload" />
                {words.upload.button}
              </FileButton>
            </div>
          ) : null}
        </div>
        <p className={styles.lead}>{words.lead}</p>
        <UploadList
          uploads={uploads.list}
          queue={uploads.queue}
          link={(item, text) => (
            <ToItem id={item.id} search={search}>
              {text}
            </ToItem>
          )}
        />
        <div className={styles.live}>
          <LiveSearch
            text={search.tim ?? ''}
            label={words.search}
            maxLength={100}
            onSearch={(tim) => {
              const { tim: _old, ...filters } = search
              show(tim ? { ...filters, tim } : filters)
            }}
          />
        </div>
        <MediaFilters search={search} onSearch={show} units={inTreeOrder(units)} />
        <List search={search} />
      </div>
    </DropZone>
  )
}

/** Files come to the unit whose files are looked at, where that is allowed; else the API says whose they are. */
function useUploadUnit({ 'don-vi': unitId }: MediaSearch, units: Parameters<typeof unitPath>[0]): string | undefined {
  const actor = useActor()
  return unitId && can(actor, 'media.upload', { unitPath: unitPath(units, unitId) }) ? unitId : undefined
}

function List({ search }: { search: MediaSearch }) {
  const words = useMediaText()
  const isFiltered = Object.keys(search).length > 0
  const empty = (
    <div className={styles.empty}>
      <p>{isFiltered ? words.emptyFiltered : words.empty}</p>
      {isFiltered ? null : <p>{words.emptyLead}</p>}
    </div>
  )
  return (
    <PagedList query={useInfiniteQuery(mediaQuery(mediaFiltersOf(search)))} words={words} empty={empty}>
      {(items) => (
        <MediaGrid
          items={items}
          link={({ id }, name) => (
            <ToItem id={id} search={search}>
              {name}
            </ToItem>
          )}
        />
      )}
    </PagedList>
  )
}

function ToItem({ id, search, children }: { id: string; search: MediaSearch; children: ReactNode }) {
  return (
    <Link to="/ban-bien-tap/thu-vien/$mediaId" params={{ mediaId: id }} search={search}>
      {children}
    </Link>
  )
}
