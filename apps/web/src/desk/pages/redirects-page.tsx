import type { Redirect } from '@bantin/shared/redirects'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { usePublicArticles } from '../../features/articles/use-public-articles.ts'
import { ImportDialog } from '../../features/redirects/import-dialog.tsx'
import { RedirectDialog } from '../../features/redirects/redirect-dialog.tsx'
import { RedirectSearch } from '../../features/redirects/redirect-search.tsx'
import { type RedirectsSearch, readRedirectsSearch } from '../../features/redirects/redirects-search.ts'
import type { RedirectTask } from '../../features/redirects/use-redirect-form.ts'
import { useRemoval } from '../../features/redirects/use-removal.ts'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { sayAddress } from '../../lib/say-address.ts'
import { Button } from '../../ui/button.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { useSitePermission } from '../use-site-permission.ts'
import styles from './list-page.module.css'
import { MissingPathsList } from './missing-paths-list.tsx'
import { Permitted } from './permitted.tsx'
import { RedirectsList } from './redirects-list.tsx'
import { useTitle } from './use-title.ts'

/** Where the addresses of an older system lead, and what readers asked for in vain. */
export function RedirectsPage() {
  const words = useRedirectsText()
  useTitle(words.title)
  return (
    <Permitted action="redirects.read">
      <Addresses />
    </Permitted>
  )
}

function Addresses() {
  const words = useRedirectsText()
  // The router hands on what it does not know, unread; it is read here.
  const search = readRedirectsSearch({ ...useSearch({ from: '/ban-bien-tap/dia-chi-cu' }) })
  const mayChange = useSitePermission()('redirects.change') ?? false
  const saying = useSaid()
  const remove = useRemoval(saying)
  const work = useWork((said) => saying.done(said))
  return (
    <div className={[styles.page, mayChange ? styles.withBar : ''].join(' ')}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {mayChange ? (
          <div className={styles.buttons}>
            <Button onClick={() => work.begin('import')}>{words.import.button}</Button>
            <Button variant="primary" onClick={() => work.begin({ redirect: null, from: '' })}>
              {words.add}
            </Button>
          </div>
        ) : null}
      </div>
      <p className={styles.lead}>{mayChange ? words.lead : words.readOnly}</p>
      <Views search={search} />
      <SaidLine {...saying} />
      {search.xem === 'khong-thay' ? (
        <MissingPathsList begun={work.begun} onBegin={mayChange ? (from) => work.begin({ redirect: null, from }) : null} />
      ) : (
        <>
          <Search text={search.tim ?? ''} />
          <RedirectsList text={search.tim} actions={mayChange ? { edit: (redirect) => work.begin({ redirect }), remove } : null} />
        </>
      )}
      <Dialogs work={work} />
    </div>
  )
}

function Views({ search }: { search: RedirectsSearch }) {
  const { tabs } = useRedirectsText()
  const views: { name: string; search: RedirectsSearch }[] = [
    { name: tabs.list, search: search.xem ? {} : search },
    { name: tabs.missing, search: { xem: 'khong-thay' } },
  ]
  return (
    <nav className={styles.views} aria-label={tabs.label}>
      {views.map((view) => (
        <Link key={view.name} to="/ban-bien-tap/dia-chi-cu" search={view.search} activeOptions={{ exact: true }} resetScroll={false}>
          {view.name}
        </Link>
      ))}
    </nav>
  )
}

function Search({ text }: { text: string }) {
  const navigate = useNavigate()
  return (
    <RedirectSearch
      text={text}
      className={styles.search}
      onSearch={(tim) => void navigate({ to: '/ban-bien-tap/dia-chi-cu', search: tim ? { tim } : {}, replace: true, resetScroll: false })}
    />
  )
}

/** What is being done: a redirect, or a list of them; and which addresses have got one since the page is open. */
function useWork(onDone: (said: string) => void) {
  const words = useRedirectsText()
  const [task, setTask] = useState<RedirectTask | 'import' | null>(null)
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set())
  const saved = (redirect: Redirect): void => {
    const from = sayAddress(redirect.fromPathQuery)
    const isNew = task !== 'import' && task?.redirect === null
    setBegun((before) => new Set([...before, redirect.fromPathQuery]))
    setTask(null)
    onDone(isNew ? words.added(from) : words.changed(from))
  }
  const imported = (said: string): void => {
    setTask(null)
    onDone(said)
  }
  return { task, begun, begin: setTask, leave: () => setTask(null), saved, imported }
}

function Dialogs({ work: { task, leave, saved, imported } }: { work: ReturnType<typeof useWork> }) {
  const articles = usePublicArticles(task !== null && task !== 'import')
  if (task === null) return null
  if (task === 'import') return <ImportDialog onDone={imported} onClose={leave} />
  return <RedirectDialog task={task} articles={articles} onSaved={saved} onClose={leave} />
}
