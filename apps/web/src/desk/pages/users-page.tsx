import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { inTreeOrder } from '../../features/units/unit-tree-choices.ts'
import { unitsQuery } from '../../features/units/units.api.ts'
import { InviteDialog } from '../../features/users/invite-dialog.tsx'
import { usersQuery } from '../../features/users/users.api.ts'
import { UsersFilters } from '../../features/users/users-filters.tsx'
import { readUsersSearch, type UsersSearch, usersFiltersOf } from '../../features/users/users-search.ts'
import { UsersTable } from '../../features/users/users-table.tsx'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { useMe } from '../../lib/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { MissingPart } from '../shell/screens.tsx'
import { useUserPermission } from '../use-user-permission.ts'
import styles from './list-page.module.css'
import { useGrantPlaces } from './use-grant-places.ts'
import { useTitle } from './use-title.ts'

/** Who may enter the desk: for those who may see users somewhere. */
export function UsersPage() {
  const words = useUsersText()
  const may = useUserPermission()
  useTitle(words.title)
  if (!may('users.read')) return <MissingPart />
  return <Users mayInvite={may('users.change')} />
}

function Users({ mayInvite }: { mayInvite: boolean }) {
  const words = useUsersText()
  // The router hands on what it does not know, unread; it is read here.
  const search = readUsersSearch({ ...useSearch({ from: '/ban-bien-tap/nguoi-dung' }) })
  const navigate = useNavigate()
  const units = useQuery(unitsQuery()).data ?? []
  const saying = useSaid()
  const show = (next: UsersSearch): void =>
    void navigate({ to: '/ban-bien-tap/nguoi-dung', search: next, replace: true, resetScroll: false })
  return (
    <div className={[styles.page, mayInvite ? styles.withBar : ''].join(' ')}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {mayInvite ? <Invite onInvited={(name) => saying.done(words.invite.made(name))} /> : null}
      </div>
      <p className={styles.lead}>{mayInvite ? words.lead : words.readOnly}</p>
      <SaidLine {...saying} />
      <SearchForm
        text={search.tim ?? ''}
        label={words.search}
        submit={words.searchShort}
        maxLength={100}
        className={styles.search}
        onSearch={(tim) => {
          const { tim: _old, ...filters } = search
          show(tim ? { ...filters, tim } : filters)
        }}
      />
      <UsersFilters search={search} onSearch={show} units={inTreeOrder(units)} />
      <List search={search} />
    </div>
  )
}

function Invite({ onInvited }: { onInvited: (name: string) => void }) {
  const words = useUsersText().invite
  const places = useGrantPlaces()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.buttons}>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {open ? (
        <InviteDialog
          places={places}
          onClose={() => setOpen(false)}
          onInvited={({ name }) => {
            setOpen(false)
            onInvited(name)
          }}
        />
      ) : null}
    </div>
  )
}

function List({ search }: { search: UsersSearch }) {
  const words = useUsersText()
  const { id } = useMe()
  const isFiltered = Object.keys(search).length > 0
  return (
    <PagedList
      query={useInfiniteQuery(usersQuery(usersFiltersOf(search)))}
      words={words}
      empty={<p className={styles.empty}>{isFiltered ? words.emptyFiltered : words.empty}</p>}
    >
      {(users) => (
        <UsersTable
          users={users}
          me={id}
          link={(user, name) => (
            <Link to="/ban-bien-tap/nguoi-dung/$userId" params={{ userId: user.id }}>
              {name}
            </Link>
          )}
        />
      )}
    </PagedList>
  )
}
