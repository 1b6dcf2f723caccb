import type { Site } from '@bantin/shared/site'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../../lib/i18n/locale.ts'
import { mirrorPath } from '../../lib/paths.ts'
import { matchPage } from '../match-page.ts'

interface PageLinkProps {
  site: Site
  /** As the API has it: whole. */
  url: string
  className?: string | undefined
  /** Where the reader is, to mark the link that leads there. */
  path?: string
  children: ReactNode
}

/** A link that editors have set, in Vietnamese as they wrote it: to a page of ours in the reader's language, or anywhere else. */
export function PageLink({ site, url, className, path, children }: PageLinkProps) {
  const locale = useLocale()
  const lang = locale === 'vi' ? undefined : 'vi'
  const own = url.startsWith(`${site.url}/`) ? url.slice(site.url.length) : null
  const [plain = '', rest = ''] = own?.split(/(?=[?#])(.*)/s) ?? []
  const isPage = own !== null && matchPage(plain, '').page.name !== 'not-found'
  if (!isPage) {
    return (
      <a className={className} href={url} lang={lang}>
        {children}
      </a>
    )
  }
  const href = mirrorPath(plain, locale)
  return (
    <Link className={className} href={href + rest} lang={lang} aria-current={path === href ? 'page' : undefined}>
      {children}
    </Link>
  )
}
