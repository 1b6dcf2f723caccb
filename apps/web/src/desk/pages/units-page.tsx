import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { findUnits } from '../../features/organization/units/tree-lines.ts'
import { UnitTree } from '../../features/organization/units/unit-tree.tsx'
import { type TreeUnit, treeQuery } from '../../features/organization/units/units.api.ts'
import { UnitsFilters } from '../../features/organization/units/units-filters.tsx'
import { readUnitsSearch, type UnitsSearch } from '../../features/organization/units/units-search.ts'
import { formatNumber } from '../../lib/format.ts'
import { useOrganizationText } from '../../lib/i18n/desk/use-organization-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Outline } from '../../ui/paged-list.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { MissingPart } from '../shell/screens.tsx'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import styles from './list-page.module.css'
import { OrganizationLinks } from './organization-links.tsx'
import { UnitTask, useUnitTask } from './unit-task.tsx'
import { useTitle } from './use-title.ts'

/** The tree of units on a day: to look at for everybody with a role, to change for who administers a unit. */
export function UnitsPage() {
  const words = useOrganizationText()
  useTitle(words.units.title)
  return useOrganizationPermission()('organization.read', []) ? <Units /> : <MissingPart />
}

function Units() {
  const words = useOrganizationText().units
  // The router hands on what it does not know, unread; it is read here.
  const search = readUnitsSearch({ ...useSearch({ from: '/ban-bien-tap/don-vi' }) })
  const navigate = useNavigate()
  const saying = useSaid()
  const work = useUnitTask(search.ngay)
  const show = (next: UnitsSearch): void => void navigate({ to: '/ban-bien-tap/don-vi', search: next, replace: true, resetScroll: false })
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {work.mayChangeAny ? (
          <Button variant="primary" onClick={() => work.begin({ add: null })}>
            {words.add}
          </Button>
        ) : null}
      </div>
      <OrganizationLinks />
      <p className={styles.lead}>{work.mayChangeAny ? words.lead : words.readOnly}</p>
      <SaidLine {...saying} />
      <UnitsFilters search={search} onSearch={show} />
      <Tree search={search} work={work} />
      <UnitTask work={work} saying={saying} />
    </div>
  )
}

function Tree({ search, work }: { search: UnitsSearch; work: ReturnType<typeof useUnitTask> }) {
  const words = useOrganizationText().units
  const locale = useLocale()
  const navigate = useNavigate()
  const { data: units, error, isPending, refetch } = useQuery(treeQuery({ asOf: search.ngay, closed: search['da-het'] ?? false }))
  if (isPending) return <Outline />
  if (!units) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  const text = search.tim ?? ''
  const count = text ? findUnits(units, text).length : units.length
  if (count === 0) return <p className={styles.empty}>{text ? words.emptyFound(text) : words.empty}</p>
  const say = text ? words.found : words.count
  const open = ({ id }: TreeUnit): void => void navigate({ to: '/ban-bien-tap/don-vi/$unitId', params: { unitId: id } })
  return (
    <>
      <p role="status">{say(formatNumber(count, locale))}</p>
      <UnitTree
        units={units}
        text={text}
        link={({ id }, name) => (
          <Link to="/ban-bien-tap/don-vi/$unitId" params={{ unitId: id }} tabIndex={-1} draggable={false}>
            {name}
          </Link>
        )}
        onEnter={open}
        onDrop={work.mayChangeAny ? (unit, onto) => work.begin({ move: unit, onto }) : null}
        actions={(unit) => (
          <>
            <Button onClick={() => open(unit)}>{words.see}</Button>
            {work.mayChange(unit.id) ? <Button onClick={() => work.begin({ add: unit })}>{words.addBelow}</Button> : null}
            {work.mayChange(unit.id) ? <Button onClick={() => work.begin({ move: unit })}>{words.move}</Button> : null}
          </>
        )}
      />
      <p className={styles.lead}>{words.keys}</p>
    </>
  )
}
