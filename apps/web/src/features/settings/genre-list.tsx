import type { Settings } from '@bantin/shared/settings'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useOrderText } from '../../lib/i18n/desk/use-order-text.ts'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { OrderedList } from '../../ui/ordered-list.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import styles from './genre-list.module.css'
import { useGenres } from './use-genres.ts'

/** What kinds of pieces articles can be, in the order in which they are offered: to change for administrators, to read for others. */
export function GenreList({ settings, mayChange }: { settings: Settings; mayChange: boolean }) {
  const words = useSettingsText().genres
  return (
    <section className={styles.genres} aria-labelledby="genres">
      <h2 id="genres">{words.title}</h2>
      {mayChange ? (
        <Changing settings={settings} />
      ) : (
        <ul>
          {settings.genres.map((genre) => (
            <li key={genre}>{genre}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Changing({ settings }: { settings: Settings }) {
  const words = useSettingsText().genres
  const { keys } = useOrderText()
  const saying = useSaid()
  const { genres, isChanged, busy, change, undo, save } = useGenres(settings, saying)
  return (
    <>
      <p className={styles.hint}>{words.lead}</p>
      <SaidLine {...saying} />
      <OrderedList label={words.title} items={genres} keyOf={(genre) => genre} nameOf={(genre) => genre} onItems={change} short>
        {(genre) => genre}
      </OrderedList>
      {genres.length > 1 ? <p className={styles.hint}>{keys}</p> : null}
      <Adding genres={genres} onAdd={(genre) => change([...genres, genre])} />
      <SaveBar isChanged={isChanged} busy={busy} onSave={save} onUndo={undo} />
    </>
  )
}

function Adding({ genres, onAdd }: { genres: readonly string[]; onAdd: (genre: string) => void }) {
  const words = useSettingsText().genres
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const add = (): void => {
    const genre = input.current?.value.replace(/\s+/g, ' ').trim() ?? ''
    const isKnown = genres.some((each) => each.toLocaleLowerCase('vi') === genre.toLocaleLowerCase('vi'))
    setProblem(genre === '' ? words.missing : isKnown ? words.known : undefined)
    if (genre !== '' && !isKnown) {
      onAdd(genre)
      if (input.current) input.current.value = ''
    }
    input.current?.focus()
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) add()
  }
  return (
    <div className={styles.adding}>
      <TextField ref={input} label={words.add} maxLength={60} autoComplete="off" error={problem} onKeyDown={pressed} />
      <Button onClick={add}>{words.addButton}</Button>
    </div>
  )
}
