import { useRef } from 'react'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { readOldAddress } from './read-address.ts'

interface RedirectSearchProps {
  text: string
  onSearch: (text: string) => void
  className: string | undefined
}

/** Finds old addresses by a part of them, or by a whole link that is pasted. */
export function RedirectSearch({ text, onSearch, className }: RedirectSearchProps) {
  const words = useRedirectsText()
  const input = useRef<HTMLInputElement>(null)
  const search = (): void => {
    const typed = input.current?.value.trim() ?? ''
    onSearch(/^https?:\/\//i.test(typed) ? readOldAddress(typed) : typed)
  }
  return (
    <search>
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          search()
        }}
      >
        <TextField key={text} ref={input} type="search" label={words.search} maxLength={2000} defaultValue={text} />
        <Button type="submit">{words.searchShort}</Button>
      </form>
    </search>
  )
}
