import { maxQueryLength } from '@bantin/shared/search/query'
import { type ComponentType, type FormEvent, lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './search-box.module.css'
import { SearchSign } from './search-sign.tsx'

interface SearchBoxProps {
  /** What was asked for. */
  q?: string
  size?: 'small' | 'large'
  /** What else the form says. */
  children?: ReactNode
}

const nothing: ComponentType<{ input: HTMLInputElement }> = () => null

/** Few readers search: what suggests comes when the field is entered. Where it does not come, the form is there all the same. */
const Suggestions = lazy(async () => {
  const part = await import('./suggestions.tsx').catch(() => undefined)
  return { default: part?.Suggestions ?? nothing }
})

/**
 * The field in which the portal is searched. It is a plain form: it works without JavaScript, and the input is uncontrolled, for input
 * methods. Suggestions take hold of the input once it was entered.
 */
export function SearchBox({ q = '', size = 'small', children }: SearchBoxProps) {
  const words = useSiteText().search
  const id = useId()
  const { search: action } = sitePaths(useLocale())
  const [, navigate] = useLocation()
  const [entered, setEntered] = useState<HTMLInputElement | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    navigate(addressOf(action, event.currentTarget))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the DOM of the tests does not know <search>
    <form role="search" className={size === 'large' ? `${styles.form} ${styles.large}` : styles.form} action={action} onSubmit={submit}>
      <label htmlFor={id}>
        <VisuallyHidden>{words.field}</VisuallyHidden>
      </label>
      <div className={styles.field}>
        <input
          id={id}
          className={styles.input}
          type="text"
          name="q"
          defaultValue={q}
          maxLength={maxQueryLength}
          enterKeyHint="search"
          autoComplete="off"
          placeholder={words.placeholder}
          onFocus={(event) => setEntered(event.currentTarget)}
          onInput={(event) => setEntered(event.currentTarget)}
        />
        <button type="submit" className={styles.button} aria-label={words.submit}>
          <SearchSign />
        </button>
        {entered ? (
          <Suspense>
            <Suggestions input={entered} />
          </Suspense>
        ) : null}
      </div>
      {children}
    </form>
  )
}

/** What the browser would ask for without JavaScript, but for fields that say nothing. */
function addressOf(action: string, form: HTMLFormElement): string {
  const said = [...new FormData(form)].flatMap(([name, value]): [string, string][] => {
    const text = String(value).trim()
    return text === '' ? [] : [[name, text]]
  })
  return said.length === 0 ? action : `${action}?${new URLSearchParams(said)}`
}
