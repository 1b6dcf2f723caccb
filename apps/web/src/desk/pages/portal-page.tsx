import type { Client } from '@bantin/shared/clients'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { PortalClosing } from '../../features/portals/portal-closing.tsx'
import { PortalFacts, PortalRead } from '../../features/portals/portal-facts.tsx'
import { PortalKeys } from '../../features/portals/portal-keys.tsx'
import { PortalDays, PortalProgress } from '../../features/portals/portal-progress.tsx'
import { PortalWebhooks } from '../../features/portals/portal-webhooks.tsx'
import { portalQuery } from '../../features/portals/portals.api.ts'
import { siteQuery } from '../../features/site/site.api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { formatMoment } from '../../lib/format.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { momentIn } from '../../lib/site-time.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { MissingPart, WaitingPart } from '../shell/screens.tsx'
import { useClientPermission } from '../use-client-permission.ts'
import { useTitle } from './use-title.ts'
import { useToday } from './use-today.ts'
import styles from './user-page.module.css'

/** One portal: its keys, how far it is, where it is told and what was sent there. */
export function PortalPage() {
  const { portalId } = useParams({ from: '/ban-bien-tap/cong-nhan-tin/$portalId' })
  const query = useQuery(portalQuery(portalId))
  if (query.isPending) return <WaitingPart />
  if (query.data) return <Opened key={portalId} portal={query.data} />
  if (query.error instanceof ApiError && query.error.status < 500 && query.error.status >= 400) return <MissingPart />
  return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
}

function Opened({ portal }: { portal: Client }) {
  const words = usePortalsText().one
  const locale = useLocale()
  const saying = useSaid()
  const mayChange = useClientPermission()('clients.change', portal.unitPath)
  useTitle(portal.name)
  return (
    <div className={styles.page}>
      <Link to="/ban-bien-tap/cong-nhan-tin" className={styles.back}>
        <Icon name="back" />
        {words.back}
      </Link>
      <h1>{portal.name}</h1>
      <SaidLine {...saying} />
      {portal.closedAt ? <p className={styles.note}>{words.closed(formatMoment(portal.closedAt, locale))}</p> : null}
      {mayChange ? null : <p className={styles.note}>{words.readOnly}</p>}
      <PortalProgress portal={portal} />
      <Keys portal={portal} mayChange={mayChange} saying={saying} />
      <PortalWebhooks portal={portal} mayChange={mayChange} saying={saying} />
      <PortalDays days={portal.days} />
      {mayChange ? <PortalFacts portal={portal} saying={saying} /> : <PortalRead portal={portal} />}
      {mayChange ? <PortalClosing portal={portal} saying={saying} /> : null}
    </div>
  )
}

function Keys({ portal, mayChange, saying }: { portal: Client; mayChange: boolean; saying: Saying }) {
  const { data: site } = useQuery(siteQuery())
  const timeZone = site?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <PortalKeys
      portal={portal}
      mayChange={mayChange}
      endOf={(day) => momentIn(timeZone, { day, time: '23:59' })}
      today={useToday()}
      saying={saying}
    />
  )
}
