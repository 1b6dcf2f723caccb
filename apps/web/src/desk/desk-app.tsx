import { CSPProvider } from '@base-ui/react/csp-provider'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { LocaleProvider } from '../lib/i18n/locale.ts'
import type { Session } from '../lib/session.ts'
import { SessionProvider } from '../lib/use-session.ts'
import { useDeskLocale } from './locale.ts'
import type { DeskRouter } from './router.tsx'

interface DeskAppProps {
  session: Session
  queryClient: QueryClient
  router: DeskRouter
}

/** The desk with all it stands on. Widgets bring no style elements: the page's policy refuses them. */
export function DeskApp({ session, queryClient, router }: DeskAppProps) {
  const [locale] = useDeskLocale()
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return (
    <LocaleProvider value={locale}>
      <CSPProvider disableStyleElements>
        <SessionProvider value={session}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </SessionProvider>
      </CSPProvider>
    </LocaleProvider>
  )
}
