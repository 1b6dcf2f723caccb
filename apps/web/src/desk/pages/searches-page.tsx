import type { Abbreviation } from '@bantin/shared/abbreviations'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { AbbreviationDialog } from '../../features/searches/abbreviation-dialog.tsx'
import { readSearchesSearch, type SearchesSearch } from '../../features/searches/searches-search.ts'
import type { AbbreviationTask } from '../../features/searches/use-abbreviation-form.ts'
import { useAbbreviationRemoval } from '../../features/searches/use-abbreviation-removal.ts'
import { useSearchesText } from '../../lib/i18n/desk/use-searches-text.ts'
import { Button } from '../../ui/button.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { useSitePermission } from '../use-site-permission.ts'
import { AbbreviationsList } from './abbreviations-list.tsx'
import styles from './list-page.module.css'
import { Permitted } from './permitted.tsx'
import { SearchesList } from './searches-list.tsx'
import { useTitle } from './use-title.ts'

/** What readers search for, and the abbreviations that every search reads. */
export function SearchesPage() {
  const words = useSearchesText()
  useTitle(words.title)
  return (
    <Permitted action="searches.read">
      <Searching />
    </Permitted>
  )
}

function Searching() {
  const words = useSearchesText()
  // The router hands on what it does not know, unread; it is read here.
  const search = readSearchesSearch({ ...useSearch({ from: '/ban-bien-tap/tim-kiem' }) })
  const mayChange = useSitePermission()('abbreviations.change') ?? false
  const saying = useSaid()
  const remove = useAbbreviationRemoval(saying)
  const work = useWork((said) => saying.done(said))
  const isList = search.xem === 'tu-viet-tat'
  const mayAdd = mayChange && isList
  const edit = (abbreviation: Abbreviation): void => work.begin({ abbreviation })
  return (
    <div className={[styles.page, mayAdd ? styles.withBar : ''].join(' ')}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {mayAdd ? (
          <div className={styles.buttons}>
            <Button variant="primary" onClick={() => work.begin({ abbreviation: null, short: '' })}>
              {words.abbreviations.add}
            </Button>
          </div>
        ) : null}
      </div>
      <Views search={search} />
      <SaidLine {...saying} />
      {isList ? (
        <AbbreviationsList actions={mayChange ? { edit, remove } : null} />
      ) : (
        <SearchesList search={search} onBegin={mayChange ? (short) => work.begin({ abbreviation: null, short }) : null} />
      )}
      {work.task ? <AbbreviationDialog task={work.task} onSaved={work.saved} onClose={work.leave} /> : null}
    </div>
  )
}

function Views({ search }: { search: SearchesSearch }) {
  const { tabs } = useSearchesText()
  const views: { name: string; search: SearchesSearch }[] = [
    { name: tabs.searches, search: search.xem ? {} : search },
    { name: tabs.abbreviations, search: { xem: 'tu-viet-tat' } },
  ]
  return (
    <nav className={styles.views} aria-label={tabs.label}>
      {views.map((view) => (
        <Link key={view.name} to="/ban-bien-tap/tim-kiem" search={view.search} activeOptions={{ exact: true }} resetScroll={false}>
          {view.name}
        </Link>
      ))}
    </nav>
  )
}

/** Which abbreviation is being written. */
function useWork(onDone: (said: string) => void) {
  const words = useSearchesText().abbreviations
  const [task, setTask] = useState<AbbreviationTask | null>(null)
  const saved = ({ short }: Abbreviation): void => {
    onDone(task?.abbreviation ? words.changed(short) : words.added(short))
    setTask(null)
  }
  return { task, begin: setTask, leave: () => setTask(null), saved }
}
