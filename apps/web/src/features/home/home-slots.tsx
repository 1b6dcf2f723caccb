import type { Home } from '@bantin/shared/home'
import { type ReactNode, useState } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useHomeText } from '../../lib/i18n/desk/use-home-text.ts'
import { useOrderText } from '../../lib/i18n/desk/use-order-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { OrderedList } from '../../ui/ordered-list.tsx'
import { PagedSearch, type SearchSource } from '../../ui/paged-search.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import styles from './home-slots.module.css'
import { UntilDialog } from './until-dialog.tsx'
import { type ArrangedSlot, useArrangement } from './use-arrangement.ts'

type ArticleLink = (id: string, title: string) => ReactNode

interface HomeSlotsProps {
  home: Home
  /** The published articles, to choose from. */
  articles: SearchSource
  timeZone: string
  articleLink: ArticleLink
}

/** The articles that lead the home page: chosen by title, put in order, each for as long as it is said. */
export function HomeSlots({ home, articles, timeZone, articleLink }: HomeSlotsProps) {
  const words = useHomeText()
  const { keys } = useOrderText()
  const saying = useSaid()
  const { slots, isFull, isChanged, busy, arrange, add, save, undo } = useArrangement(home, saying)
  const [timed, setTimed] = useState<ArrangedSlot | null>(null)
  return (
    <div className={styles.slots}>
      <SaidLine {...saying} />
      {slots.length === 0 ? <p className={styles.empty}>{words.empty}</p> : null}
      <OrderedList label={words.list} items={slots} keyOf={({ id }) => id} nameOf={({ title }) => title} onItems={arrange}>
        {(slot, place) => <Slot slot={slot} isLead={place === 0} articleLink={articleLink} onTime={() => setTimed(slot)} />}
      </OrderedList>
      {slots.length > 1 ? <p className={styles.hint}>{keys}</p> : null}
      {isFull ? (
        <p className={styles.hint}>{words.full(slots.length)}</p>
      ) : (
        <PagedSearch label={words.add} older={words.older} source={articles} without={slots.map(({ id }) => id)} onChoose={add} />
      )}
      <SaveBar isChanged={isChanged} busy={busy} onSave={save} onUndo={undo} />
      {timed ? (
        <UntilDialog
          title={timed.title}
          until={timed.until}
          timeZone={timeZone}
          onUntil={(until) => {
            arrange(slots.map((slot) => (slot.id === timed.id ? { ...slot, until } : slot)))
            setTimed(null)
          }}
          onClose={() => setTimed(null)}
        />
      ) : null}
    </div>
  )
}

interface SlotProps {
  slot: ArrangedSlot
  isLead: boolean
  articleLink: ArticleLink
  onTime: () => void
}

function Slot({ slot: { id, title, publicState, until }, isLead, articleLink, onTime }: SlotProps) {
  const words = useHomeText()
  const locale = useLocale()
  return (
    <div className={styles.slot}>
      <p className={styles.title}>{articleLink(id, title)}</p>
      {publicState === 'published' ? null : <p className={styles.hidden}>{words.hidden}</p>}
      <p className={styles.facts}>
        {isLead ? <strong>{words.lead}</strong> : null}
        <span>{until ? words.until.at(formatMoment(until, locale)) : words.until.open}</span>
        <Button variant="quiet" onClick={onTime} aria-label={words.until.change(title)}>
          {words.until.button}
        </Button>
      </p>
    </div>
  )
}

/** The same for those who may not change it. */
export function HomeSlotsRead({ home: { slots }, articleLink }: { home: Home; articleLink: ArticleLink }) {
  const words = useHomeText()
  const locale = useLocale()
  if (slots.length === 0) return <p className={styles.empty}>{words.empty}</p>
  return (
    <ol className={styles.read}>
      {slots.map(({ article: { id, title, publicState }, until }) => (
        <li key={id}>
          <p className={styles.title}>{articleLink(id, title)}</p>
          {publicState === 'published' ? null : <p className={styles.hidden}>{words.hidden}</p>}
          <p className={styles.facts}>{until ? words.until.at(formatMoment(until, locale)) : words.until.open}</p>
        </li>
      ))}
    </ol>
  )
}
