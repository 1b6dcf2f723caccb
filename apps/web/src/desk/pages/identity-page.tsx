import type { MediaItem } from '@bantin/shared/media'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { categoriesQuery } from '../../features/categories/categories.api.ts'
import { identityQuery } from '../../features/identity/identity.api.ts'
import { IdentityForm } from '../../features/identity/identity-form.tsx'
import { IdentityRead } from '../../features/identity/identity-read.tsx'
import { mediaItemQuery } from '../../features/media/media.api.ts'
import { useIdentityText } from '../../lib/i18n/desk/use-identity-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { WaitingPart } from '../shell/screens.tsx'
import { useSitePermission } from '../use-site-permission.ts'
import { Permitted } from './permitted.tsx'
import styles from './settings-page.module.css'
import { useTitle } from './use-title.ts'

const MediaPicker = lazy(() => import('../../features/media/media-picker.tsx').then((file) => ({ default: file.MediaPicker })))

/** Who publishes the portal, and what stands above and below all its pages. */
export function IdentityPage() {
  const words = useIdentityText()
  useTitle(words.title)
  return (
    <Permitted action="settings.read">
      <div className={styles.page}>
        <h1>{words.title}</h1>
        <Identity />
      </div>
    </Permitted>
  )
}

function Identity() {
  const words = useIdentityText()
  const mayChange = useSitePermission()('settings.change') ?? false
  const { data, error, isPending, refetch } = useQuery(identityQuery())
  if (isPending) return <WaitingPart />
  if (!data) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      <p className={styles.lead}>{mayChange ? words.lead : words.readOnly}</p>
      {mayChange ? <Changing identity={data} /> : <IdentityRead identity={data} />}
    </>
  )
}

function Changing({ identity }: { identity: Parameters<typeof IdentityForm>[0]['identity'] }) {
  const { data: categories = [] } = useQuery(categoriesQuery())
  const [picking, setPicking] = useState<{ done: (id: string | null) => void } | null>(null)
  const finish = ([item]: MediaItem[]): void => {
    picking?.done(item?.id ?? null)
    setPicking(null)
  }
  const sections = categories
    .filter(({ parentId }) => parentId === null)
    .map(({ name, slug }) => ({ name, url: sitePaths('vi').category(slug) }))
  return (
    <>
      <IdentityForm
        identity={identity}
        picture={(id) => <Logo id={id} />}
        pick={() => new Promise((done) => setPicking({ done }))}
        sections={sections}
      />
      <Suspense>{picking ? <MediaPicker kind="picture" many={false} unitId={undefined} onDone={finish} /> : null}</Suspense>
    </>
  )
}

function Logo({ id }: { id: string }) {
  const words = useIdentityText().logo
  const { data: item } = useQuery(mediaItemQuery(id))
  if (item === undefined) return <Skeleton width="short" />
  return item ? <img src={item.src} alt={item.alt ?? ''} /> : <p>{words.missing}</p>
}
