import { linkPageOf } from './link-pages.ts'

/** Where an unknown address is answered as the API does. */
export function isForMachines(url: string): boolean {
  return /^\/(api|media|assets|docs|feeds|\.well-known)(\/|$|\?)/.test(url)
}

/** Whether the application itself answers the path, whatever is published. */
export function isOwnPath(path: string): boolean {
  return (
    isForMachines(path) ||
    isOwnFile(path) ||
    linkPageOf(path) !== undefined ||
    /^\/(en|(dang-nhap|ban-bien-tap)(\/.*)?|(en\/)?(don-vi|tim-kiem))?$/.test(path)
  )
}

/** What machines ask for at the root. */
function isOwnFile(path: string): boolean {
  return /^\/(openapi\.json|healthz|readyz|metrics|oembed|opensearch\.xml|robots\.txt|sitemap[\w.-]*\.xml)$/.test(path)
}

/** The kinds of pages whose last part is a slug. */
export type SlugPage = 'bai-viet' | 'chuyen-muc' | 'the' | 'don-vi' | 'tac-gia' | 'nguoi'

/** What a page with a slug would show at the path, in either language; undefined when the path is no such page's. */
export function slugPageOf(path: string): { page: SlugPage; slug: string } | undefined {
  const [, page, slug] = /^(?:\/en)?\/(bai-viet|chuyen-muc|the|don-vi|tac-gia|nguoi)\/([a-z0-9-]+)$/.exec(path) ?? []
  return page === undefined || slug === undefined ? undefined : { page: page as SlugPage, slug }
}
