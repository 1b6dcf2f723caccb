import type { SitePage } from '../match-page.ts'
import { ArticlePage } from './article-page.tsx'
import { AuthorPage } from './author-page.tsx'
import { CategoryPage } from './category-page.tsx'
import { HomePage } from './home-page.tsx'
import { loadedApart } from './loaded-apart.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { TagPage } from './tag-page.tsx'

const apart = {
  person: loadedApart(async () => (await import('./person-page.tsx')).PersonPage),
  unit: loadedApart(async () => (await import('./unit-page.tsx')).UnitPage),
  units: loadedApart(async () => (await import('./units-page.tsx')).UnitsPage),
  search: loadedApart(async () => (await import('./search-page.tsx')).SearchPage),
  statistics: loadedApart(async () => (await import('./statistics-page.tsx')).StatisticsPage),
  preview: loadedApart(async () => (await import('./preview-page.tsx')).PreviewPage),
  opinion: loadedApart(async () => (await import('./opinion-page.tsx')).OpinionPage),
}

/** Loads what a page is made of where that is loaded apart, so that it renders at once. */
export async function preparePage({ name }: SitePage): Promise<void> {
  if (name in apart) await apart[name as keyof typeof apart].ready()
}

/** The component of a matched page. `path` is its whole address without the query. */
export function PageOf({ page, path }: { page: SitePage; path: string }) {
  switch (page.name) {
    case 'home':
      return <HomePage path={path} />
    case 'article':
      return <ArticlePage slug={page.slug} path={path} />
    case 'category':
      return <CategoryPage slug={page.slug} after={page.after} path={path} />
    case 'tag':
      return <TagPage slug={page.slug} after={page.after} path={path} />
    case 'units':
      return <apart.units.Page path={path} />
    case 'unit':
      return <apart.unit.Page slug={page.slug} after={page.after} path={path} />
    case 'person':
      return <apart.person.Page slug={page.slug} after={page.after} path={path} />
    case 'author':
      return <AuthorPage slug={page.slug} after={page.after} path={path} />
    case 'search':
      return <apart.search.Page search={page.search} path={path} />
    case 'statistics':
      return <apart.statistics.Page path={path} />
    case 'preview':
      return <apart.preview.Page token={page.token} />
    case 'opinion':
      return <apart.opinion.Page token={page.token} />
    case 'not-found':
      return <NotFoundPage />
  }
}
