import type { Title } from '@bantin/shared/titles'
import { mostTitlesAsked } from '@bantin/shared/titles/most-asked'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { formatDate } from '../../../lib/format.ts'
import { useTitlesText } from '../../../lib/i18n/desk/use-titles-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { focusBlock } from '../editor/focus-block.ts'
import type { ArticleFormState } from '../form/use-form-state.ts'
import { type NamedPerson, namedIn, withoutPerson } from './named-in.ts'
import styles from './named-titles.module.css'
import { sayTitle, sayTitleDays } from './say-title.ts'
import { titlesQuery } from './titles.api.ts'

interface NamedTitlesProps {
  form: ArticleFormState
  day: string | undefined
}

/** Whom the text names by a title, with the unit of the day. It is read off the text, where somebody is put in by `@`. */
export function NamedTitles({ form, day }: NamedTitlesProps) {
  const words = useTitlesText()
  const body = useDeferredValue(form.values.body)
  const named = useMemo(() => namedIn(body), [body])
  const ids = named.map(({ appointmentId }) => appointmentId).slice(0, mostTitlesAsked)
  const asked = titlesQuery({ ids: ids.join(','), ...(day ? { asOf: day } : {}) })
  const known = useQuery({ ...asked, enabled: ids.length > 0, placeholderData: keepPreviousData }).data
  const remove = (id: string): void => form.replace({ body: withoutPerson(form.latest.current.values.body, id) })
  return (
    <section className={styles.named} aria-label={words.named}>
      <h2 className={styles.label}>{words.named}</h2>
      <ul className={styles.list} hidden={named.length === 0}>
        {named.map((person) => (
          <Named
            key={person.appointmentId}
            person={person}
            title={known?.data?.find(({ appointmentId }) => appointmentId === person.appointmentId)}
            asOf={known?.asOf}
            onRemove={() => remove(person.appointmentId)}
          />
        ))}
      </ul>
      <p className={styles.hint}>
        {named.length === 0 ? `${words.none} ` : ''}
        {words.hint}
      </p>
    </section>
  )
}

interface NamedProps {
  person: NamedPerson
  title: Title | undefined
  asOf: string | undefined
  onRemove: () => void
}

function Named({ person: { text, blockId }, title, asOf, onRemove }: NamedProps) {
  const words = useTitlesText()
  const locale = useLocale()
  const days = title ? sayTitleDays(title, words, locale) : ''
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <Button variant="quiet" className={styles.go} aria-label={words.go(text)} onClick={() => blockId && focusBlock(blockId)}>
          {text}
        </Button>
        {title ? (
          <p className={styles.note}>
            {sayTitle(title)}
            {days ? ` · ${days}` : ''}
          </p>
        ) : null}
        {title && !title.current && asOf ? <p className={styles.wrong}>{words.notThen(formatDate(asOf, locale))}</p> : null}
      </div>
      <button type="button" className={styles.remove} aria-label={words.remove(text)} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </li>
  )
}
