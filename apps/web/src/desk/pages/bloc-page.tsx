import type { EditorialBloc } from '@bantin/shared/editorial-blocs'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { BlocMembers, BlocMembersRead } from '../../features/organization/blocs/bloc-members.tsx'
import { BlocTerms } from '../../features/organization/blocs/bloc-terms.tsx'
import { blocQuery } from '../../features/organization/blocs/blocs.api.ts'
import { treeQuery } from '../../features/organization/units/units.api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { useBlocsText } from '../../lib/i18n/desk/use-blocs-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { MissingPart, WaitingPart } from '../shell/screens.tsx'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import { useTitle } from './use-title.ts'
import { useToday } from './use-today.ts'
import styles from './user-page.module.css'

/** One bloc: who leads it over the years, and its members on all days. */
export function BlocPage() {
  const { blocId } = useParams({ from: '/ban-bien-tap/khoi-thi-dua/$blocId' })
  const query = useQuery(blocQuery(blocId))
  if (query.isPending) return <WaitingPart />
  if (query.data) return <Opened key={blocId} bloc={query.data} />
  if (query.error instanceof ApiError && query.error.status < 500 && query.error.status >= 400) return <MissingPart />
  return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
}

function Opened({ bloc }: { bloc: EditorialBloc }) {
  const words = useBlocsText().bloc
  const saying = useSaid()
  const mayChange = useOrganizationPermission()('blocs.change', bloc.unitPath)
  const units = useQuery(treeQuery({ closed: false })).data ?? []
  useTitle(bloc.name)
  return (
    <div className={styles.page}>
      <Link to="/ban-bien-tap/khoi-thi-dua" className={styles.back}>
        <Icon name="back" />
        {words.back}
      </Link>
      <h1>{bloc.name}</h1>
      <SaidLine {...saying} />
      {mayChange ? null : <p className={styles.note}>{words.readOnly}</p>}
      <p>
        <Link to="/ban-bien-tap/don-vi/$unitId" params={{ unitId: bloc.id }}>
          {words.unit}
        </Link>
      </p>
      <BlocTerms
        bloc={bloc}
        mayChange={mayChange}
        today={useToday()}
        saying={saying}
        yearLink={(year, text, label) => (
          <Link to="/ban-bien-tap/khoi-thi-dua/$blocId/$year" params={{ blocId: bloc.id, year: String(year) }} aria-label={label}>
            {text}
          </Link>
        )}
      />
      {mayChange ? (
        <BlocMembers bloc={bloc} units={units.filter(({ id }) => id !== bloc.id)} saying={saying} />
      ) : (
        <BlocMembersRead bloc={bloc} />
      )}
    </div>
  )
}
