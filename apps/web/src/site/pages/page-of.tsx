import type { SitePage } from '../match-page.ts'
import { ArticlePage } from './article-page.tsx'
import { AuthorPage } from './author-page.tsx'
import { CategoryPage } from './category-page.tsx'
import { HomePage } from './home-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { OpinionPage } from './opinion-page.tsx'
import { PreviewPage } from './preview-page.tsx'
import { TagPage } from './tag-page.tsx'
import { UnitPage } from './unit-page.tsx'
import { UnitsPage } from './units-page.tsx'

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
      return <UnitsPage path={path} />
    case 'unit':
      return <UnitPage slug={page.slug} after={page.after} path={path} />
    case 'author':
      return <AuthorPage slug={page.slug} after={page.after} path={path} />
    case 'preview':
      return <PreviewPage token={page.token} />
    case 'opinion':
      return <OpinionPage token={page.token} />
    case 'not-found':
      return <NotFoundPage />
  }
}
