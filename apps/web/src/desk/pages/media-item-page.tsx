import type { MediaItem } from '@bantin/shared/media'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { DeleteMedia } from '../../features/media/delete-media.tsx'
import { Described, DescribeForm } from '../../features/media/describe-form.tsx'
import type { SizedPicture } from '../../features/media/frame.ts'
import { FrameEditor } from '../../features/media/frame-editor.tsx'
import { mediaItemQuery } from '../../features/media/media.api.ts'
import { nameOf } from '../../features/media/media-card.tsx'
import { MediaFacts } from '../../features/media/media-facts.tsx'
import { MediaPreview } from '../../features/media/media-preview.tsx'
import { readMediaSearch } from '../../features/media/media-search.ts'
import { MediaUses } from '../../features/media/media-uses.tsx'
import { RenderingState } from '../../features/media/rendering-state.tsx'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import button from '../../ui/button.module.css'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SectionButtons } from '../../ui/page-section.tsx'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { MissingPart, WaitingPart } from '../shell/screens.tsx'
import { useMediaPermission } from '../use-media-permission.ts'
import styles from './media-item-page.module.css'
import { useTitle } from './use-title.ts'

/** One file of the library: to describe and to frame for those who may, with where it is shown. */
export function MediaItemPage() {
  const { mediaId } = useParams({ from: '/ban-bien-tap/thu-vien/$mediaId' })
  const query = useQuery(mediaItemQuery(mediaId))
  if (query.data) return <Opened key={mediaId} item={query.data} />
  if (query.isPending) return <WaitingPart />
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  return <MissingPart />
}

function Opened({ item }: { item: MediaItem }) {
  const words = useMediaItemText()
  const saying = useSaid()
  const search = readMediaSearch({ ...useSearch({ from: '/ban-bien-tap/thu-vien/$mediaId' }) })
  const mayChange = useMediaPermission(item)('media.change')
  const isFramed = mayChange && isSized(item)
  useTitle(nameOf(item))
  return (
    <div className={styles.page}>
      <Link to="/ban-bien-tap/thu-vien" search={search} className={styles.back}>
        <Icon name="back" />
        {words.back}
      </Link>
      <h1>{nameOf(item)}</h1>
      <SaidLine {...saying} />
      <RenderingState item={item} mayChange={mayChange} saying={saying} />
      {mayChange ? null : <p className={styles.note}>{words.readOnly}</p>}
      <div className={styles.columns}>
        <div className={styles.column}>
          {isFramed ? null : <MediaPreview item={item} />}
          {mayChange ? <DescribeForm item={item} saying={saying} /> : <Described item={item} />}
          {isFramed ? <FrameEditor item={item} saying={saying} /> : null}
        </div>
        <div className={styles.column}>
          <Actions item={item} saying={saying} />
          <MediaUses
            id={item.id}
            articleLink={(articleId, title) => (
              <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId }}>
                {title}
              </Link>
            )}
          />
          <MediaFacts item={item} />
        </div>
      </div>
    </div>
  )
}

function Actions({ item, saying }: { item: MediaItem; saying: Saying }) {
  const words = useMediaItemText()
  const may = useMediaPermission(item)
  const navigate = useNavigate()
  return (
    <SectionButtons>
      <a className={button.button} href={item.originalUrl} download={item.originalName}>
        {words.download}
      </a>
      {may('media.delete') ? (
        <DeleteMedia
          item={item}
          saying={saying}
          onDeleted={() => void navigate({ to: '/ban-bien-tap/thu-vien', search: (before) => before, replace: true })}
        />
      ) : null}
    </SectionButtons>
  )
}

function isSized(item: MediaItem): item is SizedPicture {
  return item.kind === 'picture' && item.width !== null && item.height !== null
}
