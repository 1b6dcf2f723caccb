import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { siteQuery } from '../features/site/site.api.ts'
import { useLocale } from '../lib/i18n/locale.ts'

/** A page's title as windows and searches show it. */
export function fullTitle(title: string | undefined, siteName: string): string {
  return title ? `${title} | ${siteName}` : siteName
}

/** Keeps the document's head true while the reader moves between pages: title, language and canonical path. The server writes the first. */
export function usePageHead(title: string | undefined, canonicalPath?: string): void {
  const locale = useLocale()
  const { data: site } = useQuery(siteQuery())
  useEffect(() => {
    document.documentElement.lang = locale
    if (site) document.title = fullTitle(title, site.name)
    const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')
    if (link && canonicalPath) link.href = new URL(canonicalPath, site?.url ?? location.origin).href
  }, [title, canonicalPath, locale, site])
}
