import type { Settings } from '@bantin/shared/settings'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import { Button } from '../../ui/button.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import type { Kind } from './settings.api.ts'
import { StricterList } from './stricter-list.tsx'
import styles from './stricter-places.module.css'
import { useStricter } from './use-stricter.ts'

interface StricterPlacesProps {
  settings: Settings
  items: Record<Kind, readonly NamedItem[]>
  mayChange: boolean
}

/** Where more is asked than by the site, and the way to ask for it. */
export function StricterPlaces({ settings, items, mayChange }: StricterPlacesProps) {
  const words = useSettingsText().stricter
  const saying = useSaid()
  const { busy, refused, send, again } = useStricter(saying)
  return (
    <section className={styles.places} aria-labelledby="stricter">
      <h2 id="stricter">{words.title}</h2>
      <p className={styles.lead}>{settings.publishingPolicy === 'strict' ? words.strictest : words.lead}</p>
      <SaidLine {...saying} />
      {refused ? (
        <p>
          <Button busy={busy} onClick={again}>
            {words.again}
          </Button>
        </p>
      ) : null}
      {(['units', 'categories'] as const).map((kind) => (
        <StricterList key={kind} kind={kind} settings={settings} items={items[kind]} mayChange={mayChange} busy={busy} onChange={send} />
      ))}
    </section>
  )
}
