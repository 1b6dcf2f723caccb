import { useRef } from 'react'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'

interface SearchFormProps {
  /** What is searched for now. */
  text: string
  label: string
  submit: string
  maxLength: number
  onSearch: (text: string) => void
  className: string | undefined
}

/** One field in which a list is searched, with its button. */
export function SearchForm({ text, label, submit, maxLength, onSearch, className }: SearchFormProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <search>
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          onSearch(input.current?.value.trim() ?? '')
        }}
      >
        <TextField key={text} ref={input} type="search" label={label} maxLength={maxLength} defaultValue={text} />
        <Button type="submit">{submit}</Button>
      </form>
    </search>
  )
}
