import type { EditorialUnit } from '@bantin/shared/editorial-units'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PostsSection } from '../../features/organization/posts/posts-section.tsx'
import { RemoveThing } from '../../features/organization/remove-thing.tsx'
import { UnitFacts } from '../../features/organization/units/unit-facts.tsx'
import { UnitNames } from '../../features/organization/units/unit-names.tsx'
import { UnitPlaces } from '../../features/organization/units/unit-places.tsx'
import { UnitRead, UnitSuccessions } from '../../features/organization/units/unit-read.tsx'
import { unitQuery } from '../../features/organization/units/units.api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { useOrganizationText } from '../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../lib/i18n/desk/use-unit-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { sitePaths } from '../../lib/paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { MissingPart, WaitingPart } from '../shell/screens.tsx'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import { useUnitTask } from './unit-task.tsx'
import { useTitle } from './use-title.ts'
import { useToday } from './use-today.ts'
import styles from './user-page.module.css'

/** One unit with all of its days, and its posts with everybody who holds them. */
export function UnitPage() {
  const { unitId } = useParams({ from: '/ban-bien-tap/don-vi/$unitId' })
  const query = useQuery(unitQuery(unitId))
  if (query.isPending) return <WaitingPart />
  if (query.data) return <Opened key={unitId} unit={query.data} />
  if (query.error instanceof ApiError && query.error.status < 500 && query.error.status >= 400) return <MissingPart />
  return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
}

function Opened({ unit }: { unit: EditorialUnit }) {
  const words = useUnitText()
  const { onSite } = useOrganizationText()
  const saying = useSaid()
  const locale = useLocale()
  const may = useOrganizationPermission()
  const today = useToday()
  const mayChange = may('units.change', unit.unitPath)
  useTitle(unit.name)
  return (
    <div className={styles.page}>
      <Link to="/ban-bien-tap/don-vi" className={styles.back}>
        <Icon name="back" />
        {words.back}
      </Link>
      <h1>{unit.name}</h1>
      <SaidLine {...saying} />
      {unit.closedOn ? <p className={styles.note}>{words.ended(formatDate(unit.closedOn, locale))}</p> : null}
      {mayChange ? null : <p className={styles.note}>{words.readOnly}</p>}
      <p>
        <a href={sitePaths(locale).unit(unit.slug)}>{onSite}</a>
      </p>
      <PostsSection
        unitId={unit.id}
        mayChange={may('appointments.change', unit.unitPath)}
        today={today}
        saying={saying}
        personLink={(person) => (
          <Link to="/ban-bien-tap/nguoi/$personId" params={{ personId: person.id }}>
            {person.name}
          </Link>
        )}
      />
      {mayChange ? <Changing unit={unit} saying={saying} /> : <UnitRead unit={unit} unitLink={unitLink} />}
      <UnitSuccessions unit={unit} unitLink={unitLink} />
      {mayChange ? <Removal unit={unit} saying={saying} /> : null}
    </div>
  )
}

function Changing({ unit, saying }: { unit: EditorialUnit; saying: Saying }) {
  const { parents } = useUnitTask(undefined)
  return (
    <>
      <UnitFacts unit={unit} saying={saying} />
      <UnitNames unit={unit} saying={saying} />
      <UnitPlaces unit={unit} parents={parents.filter(({ id }) => id !== unit.id)} saying={saying} />
    </>
  )
}

function Removal({ unit, saying }: { unit: EditorialUnit; saying: Saying }) {
  const navigate = useNavigate()
  return (
    <RemoveThing
      noun="unit"
      thing={unit}
      words={useUnitText().removal}
      saying={saying}
      onRemoved={() => void navigate({ to: '/ban-bien-tap/don-vi', replace: true })}
    />
  )
}

function unitLink({ id, name }: { id: string; name: string }): ReactNode {
  return (
    <Link to="/ban-bien-tap/don-vi/$unitId" params={{ unitId: id }}>
      {name}
    </Link>
  )
}
