import type { MediaUses as Uses } from '@bantin/shared/media'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageSection } from '../../ui/page-section.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { mediaUsesQuery } from './media.api.ts'
import styles from './media-uses.module.css'

interface MediaUsesProps {
  id: string
  /** The link to an article's page around its title. */
  articleLink: (id: string, title: string) => ReactNode
}

/** The articles that show a file; those that the reader may not see are counted. */
export function MediaUses({ id, articleLink }: MediaUsesProps) {
  const words = useMediaItemText().uses
  const { data, error, isPending, refetch } = useQuery(mediaUsesQuery(id))
  return (
    <PageSection title={words.title}>
      {isPending ? (
        <Loading>
          <Skeleton width="long" />
        </Loading>
      ) : data ? (
        <Listed uses={data} articleLink={articleLink} />
      ) : (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      )}
    </PageSection>
  )
}

function Listed({ uses: { data, others, isLogo, people }, articleLink }: { uses: Uses } & Pick<MediaUsesProps, 'articleLink'>) {
  const words = useMediaItemText().uses
  if (data.length === 0 && !isLogo && people.length === 0)
    return <p className={styles.soft}>{others === 0 ? words.none : words.onlyOthers(others)}</p>
  return (
    <ul className={styles.uses}>
      {isLogo ? <li>{words.logo}</li> : null}
      {people.map(({ id, name }) => (
        <li key={id}>{words.photoOf(name)}</li>
      ))}
      {data.map(({ articleId, title, places }) => (
        <li key={articleId}>
          {articleLink(articleId, title)}
          <span className={styles.soft}>{places.map((place) => words.places[place]).join(', ')}</span>
        </li>
      ))}
      {others > 0 ? <li className={styles.soft}>{words.others(others)}</li> : null}
    </ul>
  )
}
