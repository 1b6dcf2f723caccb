import type { EditorialPerson } from '@bantin/shared/editorial-people'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { personQuery } from '../../features/organization/people/people.api.ts'
import { PersonAppointments } from '../../features/organization/people/person-appointments.tsx'
import { PersonForm } from '../../features/organization/people/person-form.tsx'
import { PersonRead } from '../../features/organization/people/person-read.tsx'
import { RemoveThing } from '../../features/organization/remove-thing.tsx'
import { ApiError } from '../../lib/api-error.ts'
import { useOrganizationText } from '../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../lib/i18n/desk/use-unit-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { sitePaths } from '../../lib/paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { MissingPart, WaitingPart } from '../shell/screens.tsx'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import { LibraryPicture, usePicturePick } from './library-picture.tsx'
import { useTitle } from './use-title.ts'
import { useToday } from './use-today.ts'
import styles from './user-page.module.css'

/** Somebody with all posts over time: to change for publishers, to read for others. */
export function PersonPage() {
  const { personId } = useParams({ from: '/ban-bien-tap/nguoi/$personId' })
  const query = useQuery(personQuery(personId))
  if (query.isPending) return <WaitingPart />
  if (query.data) return <Opened key={personId} person={query.data} />
  if (query.error instanceof ApiError && query.error.status < 500 && query.error.status >= 400) return <MissingPart />
  return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
}

function Opened({ person }: { person: EditorialPerson }) {
  const words = useUnitText().person
  const { onSite } = useOrganizationText()
  const saying = useSaid()
  const today = useToday()
  const mayChange = useOrganizationPermission()('people.change', [])
  const paths = sitePaths(useLocale())
  useTitle(person.name)
  return (
    <div className={styles.page}>
      <Link to="/ban-bien-tap/nguoi" className={styles.back}>
        <Icon name="back" />
        {words.back}
      </Link>
      <h1>{person.name}</h1>
      <SaidLine {...saying} />
      {mayChange ? null : <p className={styles.note}>{words.readOnly}</p>}
      <p>
        <a href={paths.person(person.slug)}>{onSite}</a>
      </p>
      <PersonAppointments
        person={person}
        today={today}
        unitLink={({ id, name }) => (
          <Link to="/ban-bien-tap/don-vi/$unitId" params={{ unitId: id }}>
            {name}
          </Link>
        )}
      />
      {mayChange ? <Changing person={person} saying={saying} /> : <PersonRead person={person} picture={picture} />}
    </div>
  )
}

function Changing({ person, saying }: { person: EditorialPerson; saying: Saying }) {
  const words = useUnitText().person
  const navigate = useNavigate()
  const { pick, dialog } = usePicturePick()
  const removal = {
    button: words.remove,
    title: words.removeTitle,
    lead: words.removeLead,
    confirm: words.removeConfirm,
    referred: words.referred,
  }
  return (
    <>
      <PersonForm person={person} saying={saying} picture={picture} pick={pick} />
      {dialog}
      <RemoveThing
        noun="person"
        thing={person}
        words={removal}
        saying={saying}
        onRemoved={() => void navigate({ to: '/ban-bien-tap/nguoi', replace: true })}
      />
    </>
  )
}

function picture(id: string) {
  return <LibraryPicture id={id} />
}
