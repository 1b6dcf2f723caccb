import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { AddPortalDialog } from '../../features/portals/add-portal-dialog.tsx'
import { portalsQuery } from '../../features/portals/portals.api.ts'
import { PortalsList } from '../../features/portals/portals-list.tsx'
import { type PortalsSearch, readPortalsSearch } from '../../features/portals/portals-search.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { useMe } from '../../lib/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { MissingPart } from '../shell/screens.tsx'
import { useAnyClientPermission } from '../use-client-permission.ts'
import styles from './list-page.module.css'
import { usePortalPlaces } from './use-portal-places.ts'
import { useTitle } from './use-title.ts'

/** Who takes over what we publish: for those who may see portals somewhere. */
export function PortalsPage() {
  const words = usePortalsText()
  const may = useAnyClientPermission()
  useTitle(words.title)
  return may('clients.read') ? <Portals mayChange={may('clients.change')} /> : <MissingPart />
}

function Portals({ mayChange }: { mayChange: boolean }) {
  const words = usePortalsText()
  // The router hands on what it does not know, unread; it is read here.
  const search = readPortalsSearch({ ...useSearch({ from: '/ban-bien-tap/cong-nhan-tin' }) })
  return (
    <div className={[styles.page, mayChange ? styles.withBar : ''].join(' ')}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {mayChange ? <Add /> : null}
      </div>
      <p className={styles.lead}>{mayChange ? words.lead : words.readOnly}</p>
      <Views />
      <List isClosed={search.xem === 'da-ngung'} />
    </div>
  )
}

function Add() {
  const words = usePortalsText()
  const { id, name } = useMe()
  const places = usePortalPlaces()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.buttons}>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {words.add}
      </Button>
      {open ? (
        <AddPortalDialog
          places={places}
          me={{ id, name }}
          onClose={() => setOpen(false)}
          onAdded={(portal) => void navigate({ to: '/ban-bien-tap/cong-nhan-tin/$portalId', params: { portalId: portal.id } })}
        />
      ) : null}
    </div>
  )
}

function Views() {
  const { views } = usePortalsText()
  const all: { name: string; search: PortalsSearch }[] = [
    { name: views.open, search: {} },
    { name: views.closed, search: { xem: 'da-ngung' } },
  ]
  return (
    <nav className={styles.views} aria-label={views.label}>
      {all.map(({ name, search }) => (
        <Link key={name} to="/ban-bien-tap/cong-nhan-tin" search={search} activeOptions={{ exact: true }} resetScroll={false}>
          {name}
        </Link>
      ))}
    </nav>
  )
}

function List({ isClosed }: { isClosed: boolean }) {
  const words = usePortalsText()
  return (
    <PagedList
      query={useInfiniteQuery(portalsQuery(isClosed))}
      words={words}
      empty={<p className={styles.empty}>{isClosed ? words.emptyClosed : words.empty}</p>}
    >
      {(portals) => (
        <PortalsList
          portals={portals}
          link={({ id, name }) => (
            <Link to="/ban-bien-tap/cong-nhan-tin/$portalId" params={{ portalId: id }}>
              {name}
            </Link>
          )}
        />
      )}
    </PagedList>
  )
}
