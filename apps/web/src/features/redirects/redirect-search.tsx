import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { SearchForm } from '../../ui/search-form.tsx'
import { readOldAddress } from './read-address.ts'

interface RedirectSearchProps {
  text: string
  onSearch: (text: string) => void
  className: string | undefined
}

/** Finds old addresses by a part of them, or by a whole link that is pasted. */
export function RedirectSearch({ text, onSearch, className }: RedirectSearchProps) {
  const words = useRedirectsText()
  return (
    <SearchForm
      text={text}
      label={words.search}
      submit={words.searchShort}
      maxLength={2000}
      className={className}
      onSearch={(typed) => onSearch(/^https?:\/\//i.test(typed) ? readOldAddress(typed) : typed)}
    />
  )
}
