import { useEffect } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'

/** The name of the page in the tab. */
export function useTitle(title: string): void {
  const { desk } = useDeskText()
  useEffect(() => {
    document.title = `${title} – ${desk}`
  }, [title, desk])
}
