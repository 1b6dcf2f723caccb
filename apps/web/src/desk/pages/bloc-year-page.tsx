import type { EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { AwardsSection } from '../../features/organization/blocs/awards-section.tsx'
import { blocQuery, blocYearQuery } from '../../features/organization/blocs/blocs.api.ts'
import { TakeTable } from '../../features/organization/blocs/take-table.tsx'
import { YearRead } from '../../features/organization/blocs/year-read.tsx'
import { YearScores } from '../../features/organization/blocs/year-scores.tsx'
import { YearStatus } from '../../features/organization/blocs/year-status.tsx'
import { ApiError } from '../../lib/api-error.ts'
import { useBlocsText } from '../../lib/i18n/desk/use-blocs-text.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SectionButtons } from '../../ui/page-section.tsx'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { MissingPart, WaitingPart } from '../shell/screens.tsx'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import { LeaveGuard } from './leave-guard.tsx'
import styles from './list-page.module.css'
import { useTitle } from './use-title.ts'
import backStyles from './user-page.module.css'

/** What a year of a bloc came to: scores, ranks, commendations. */
export function BlocYearPage() {
  const { blocId, year } = useParams({ from: '/ban-bien-tap/khoi-thi-dua/$blocId/$year' })
  const query = useQuery(blocYearQuery(blocId, Number(year)))
  const bloc = useQuery(blocQuery(blocId))
  if (query.isPending || bloc.isPending) return <WaitingPart />
  if (query.data && bloc.data) return <Opened key={`${blocId} ${year}`} year={query.data} blocName={bloc.data.name} />
  const error = query.error ?? bloc.error
  if (error instanceof ApiError && error.status < 500 && error.status >= 400) return <MissingPart />
  return <ErrorNotice error={error} onRetry={() => void Promise.all([query.refetch(), bloc.refetch()])} />
}

function Opened({ year, blocName }: { year: EditorialBlocYear; blocName: string }) {
  const words = useBlocsText().year
  const saying = useSaid()
  const [isTyped, setTyped] = useState(false)
  const mayChange = useOrganizationPermission()('blocs.change', year.unitPath)
  const title = words.title(String(year.year))
  useTitle(`${title}, ${blocName}`)
  return (
    <div className={styles.page}>
      <Link to="/ban-bien-tap/khoi-thi-dua/$blocId" params={{ blocId: year.blocId }} className={backStyles.back}>
        <Icon name="back" />
        {blocName}
      </Link>
      <h1>{title}</h1>
      <SaidLine {...saying} />
      <YearStatus year={year} blocName={blocName} mayChange={mayChange} isTyped={isTyped} saying={saying} />
      {mayChange ? <Changing year={year} saying={saying} onTyped={setTyped} /> : <YearRead year={year} />}
      <AwardsSection year={year} mayChange={mayChange} saying={saying} />
      <LeaveGuard unsaved={isTyped} save={null} lead={words.unsaved} />
    </div>
  )
}

/** Scores are typed where they stand, or a table takes their place. */
function Changing({ year, saying, onTyped }: { year: EditorialBlocYear; saying: Saying; onTyped: (isTyped: boolean) => void }) {
  const words = useBlocsText().taking
  const { cancel } = useDeskText()
  const [taking, setTaking] = useState(false)
  const show = (isTaking: boolean): void => {
    onTyped(isTaking)
    setTaking(isTaking)
  }
  return (
    <>
      {taking ? (
        <TakeTable year={year} saying={saying} onDone={() => show(false)} />
      ) : (
        <YearScores year={year} saying={saying} onTyped={onTyped} />
      )}
      <SectionButtons>
        {taking ? <Button onClick={() => show(false)}>{cancel}</Button> : null}
        {!taking && year.members.length > 0 ? <Button onClick={() => show(true)}>{words.begin}</Button> : null}
      </SectionButtons>
    </>
  )
}
