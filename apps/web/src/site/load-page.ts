import type { QueryClient } from '@tanstack/react-query'
import { summaryQuery } from '../features/analytics/analytics.api.ts'
import { visitDaysQuery } from '../features/analytics/visit-days.api.ts'
import { heroPreload } from '../features/articles/article-hero.tsx'
import type { ArticleSummary } from '../features/articles/article-summary.ts'
import { leadSizes } from '../features/articles/article-teaser.tsx'
import { articleQuery } from '../features/articles/articles.api.ts'
import { topArticlesQuery } from '../features/articles/top-articles.api.ts'
import { authorQuery } from '../features/authors/authors.api.ts'
import { categoriesQuery } from '../features/categories/categories.api.ts'
import { opinionQuery } from '../features/opinions/opinions.api.ts'
import { personQuery } from '../features/people/people.api.ts'
import { previewQuery } from '../features/previews/previews.api.ts'
import { siteQuery } from '../features/site/site.api.ts'
import { tagQuery } from '../features/tags/tags.api.ts'
import { emulationQuery, yearShown } from '../features/units/emulation.api.ts'
import { unitQuery, unitsQuery } from '../features/units/units.api.ts'
import { linkPageText } from '../lib/i18n/site/use-link-page-text.ts'
import { siteText } from '../lib/i18n/site/use-site-text.ts'
import { statisticsText } from '../lib/i18n/site/use-statistics-text.ts'
import type { Lookup } from '../lib/lookup.ts'
import { sitePaths } from '../lib/paths.ts'
import { type AskedOfUnit, readUnitAsked, unitQueryOf } from '../lib/unit-address.ts'
import { loadSearch } from './load-search.ts'
import type { MatchedPage, SitePage } from './match-page.ts'
import type { FeedOf, PageHead } from './page-head.ts'
import { blockArticles, homeArticles, listArticles, relatedArticles, setArticles } from './page-queries.ts'
import { splitFront } from './pages/front.ts'
import { preparePage } from './pages/page-of.tsx'

/** What became of an address: a page to render with its status, or another address. */
export type LoadedPage = { status: 200 | 400 | 404 | 410; head: PageHead } | { status: 308; location: string }

type FoundPage = Extract<LoadedPage, { head: PageHead }>
type ListPage = Extract<SitePage, { after: string | undefined }>

/** Fills the cache with all that a page shows. Rejects with ApiError when what the page cannot do without could not be read. */
export async function loadPage(client: QueryClient, matched: MatchedPage, search: string): Promise<LoadedPage> {
  const frame = [client.ensureQueryData(siteQuery()), client.ensureQueryData(categoriesQuery())]
  // Without its counters a page is still a page.
  const [loaded] = await Promise.all([
    loadContent(client, matched, search),
    preparePage(matched.page),
    ...frame,
    client.prefetchQuery(summaryQuery()),
  ])
  return loaded
}

async function loadContent(client: QueryClient, matched: MatchedPage, search: string): Promise<LoadedPage> {
  const { page } = matched
  switch (page.name) {
    case 'home':
      return loadHome(client, matched)
    case 'article':
      return loadArticle(client, page.slug, matched)
    case 'category':
      return loadCategory(client, page, matched)
    case 'tag': {
      const [tag] = await Promise.all([
        client.ensureQueryData(tagQuery(page.slug)),
        client.ensureQueryData(listArticles({ tag: page.slug }, page.after)),
      ])
      return 'found' in tag ? list(tag.found.name, page, matched) : notFound(matched)
    }
    case 'units':
      await client.ensureQueryData(unitsQuery())
      return found({ title: siteText(matched.locale).units, canonicalPath: matched.path })
    case 'unit':
      return loadUnit(client, page, matched, readUnitAsked(search))
    case 'person':
      return loadPerson(client, page, matched)
    case 'author':
      return loadAuthor(client, page, matched)
    case 'search':
      return loadSearch(client, page.search, matched.locale)
    case 'statistics':
      await Promise.all([client.ensureQueryData(visitDaysQuery()), client.prefetchQuery(topArticlesQuery())])
      return found({ title: statisticsText(matched.locale).title, canonicalPath: matched.path })
    case 'preview':
      return link(await client.ensureQueryData(previewQuery(page.token)), linkPageText(matched.locale).preview.title, matched)
    case 'opinion':
      return link(await client.ensureQueryData(opinionQuery(page.token)), linkPageText(matched.locale).opinion.title, matched)
    case 'not-found':
      return notFound(matched)
  }
}

async function loadHome(client: QueryClient, { path }: MatchedPage): Promise<LoadedPage> {
  const [newest, categories, set] = await Promise.all([
    client.ensureQueryData(homeArticles()),
    client.ensureQueryData(categoriesQuery()),
    loadSet(client),
    client.prefetchQuery(unitsQuery()),
  ])
  const tops = categories.filter(({ parentId }) => parentId === null)
  await Promise.all(tops.map(({ slug }) => client.prefetchQuery(blockArticles(slug))))
  const hero = splitFront(newest.articles, set).lead?.hero
  return found({ canonicalPath: path, feed: 'all', ...(hero ? { hero: { ...hero, sizes: leadSizes } } : {}) })
}

const none = { articles: [], next: null }

/** Where what editors have set cannot be read, the newest lead the page. */
async function loadSet(client: QueryClient): Promise<ArticleSummary[]> {
  const { home } = await client.ensureQueryData(siteQuery())
  if (home.length === 0) return []
  const set = setArticles(home)
  await client.prefetchQuery(set)
  // Old from the beginning: the browser asks again.
  const { articles = [] } = client.getQueryData(set.queryKey) ?? client.setQueryData(set.queryKey, none, { updatedAt: 1 }) ?? {}
  return articles
}

async function loadArticle(client: QueryClient, slug: string, matched: MatchedPage): Promise<LoadedPage> {
  const lookup = await client.ensureQueryData(articleQuery(slug))
  if ('missing' in lookup) return lookup.missing === 'removed' ? removed(matched) : notFound(matched)
  const article = lookup.found
  const { locale } = matched
  if (article.slug !== slug) return { status: 308, location: sitePaths(locale).article(article.slug) }
  await client.prefetchQuery(relatedArticles(article.categories[0]?.slug))
  const { hero } = article
  return {
    status: 200,
    head: {
      title: article.title,
      ...(article.sapo ? { description: article.sapo } : {}),
      canonicalPath: sitePaths('vi').article(article.slug),
      isIndexed: article.withdrawn === null && locale === 'vi',
      article,
      ...(hero ? { hero: heroPreload(hero) } : {}),
    },
  }
}

async function loadCategory(client: QueryClient, page: ListPage, matched: MatchedPage): Promise<LoadedPage> {
  const categories = await client.ensureQueryData(categoriesQuery())
  const category = categories.find((one) => one.slug === page.slug)
  if (!category) return notFound(matched)
  await client.ensureQueryData(listArticles({ category: page.slug }, page.after))
  return list(category.name, page, matched)
}

async function loadAuthor(client: QueryClient, page: ListPage, matched: MatchedPage): Promise<LoadedPage> {
  const [author] = await Promise.all([
    client.ensureQueryData(authorQuery(page.slug)),
    client.ensureQueryData(listArticles({ author: page.slug }, page.after)),
  ])
  if ('missing' in author) return notFound(matched)
  const { slug, name, bio } = author.found
  // The API follows a slug of before, or an id, to the one of today; so does the page, and its list with it.
  return slug === page.slug ? list(name, page, matched, bio) : { status: 308, location: sitePaths(matched.locale).author(slug) }
}

/** As it was on another day it is no page of its own for searches. */
async function loadUnit(client: QueryClient, page: ListPage, matched: MatchedPage, asked: AskedOfUnit): Promise<LoadedPage> {
  const [unit] = await Promise.all([
    client.ensureQueryData(unitQuery(page.slug, asked.day)),
    client.ensureQueryData(listArticles({ unit: page.slug }, page.after)),
  ])
  if ('missing' in unit) return notFound(matched)
  const { slug } = unit.found
  if (slug !== page.slug) return { status: 308, location: sitePaths(matched.locale).unit(slug) + unitQueryOf(asked) }
  const year = yearShown(unit.found, asked)
  if (year !== undefined) await client.prefetchQuery(emulationQuery(unit.found.slug, year))
  const loaded = list(unit.found.name, page, matched)
  return unitQueryOf(asked) === '' ? loaded : { ...loaded, head: { ...loaded.head, isIndexed: false } }
}

async function loadPerson(client: QueryClient, page: ListPage, matched: MatchedPage): Promise<LoadedPage> {
  const [person] = await Promise.all([
    client.ensureQueryData(personQuery(page.slug)),
    client.ensureQueryData(listArticles({ person: page.slug }, page.after)),
  ])
  if ('missing' in person) return notFound(matched)
  const { slug, name, bio } = person.found
  return slug === page.slug ? list(name, page, matched, bio) : { status: 308, location: sitePaths(matched.locale).person(slug) }
}

/** Neither canonical address nor Open Graph: they would carry the secret. */
function link(lookup: Lookup<{ title: string }>, kind: string, matched: MatchedPage): LoadedPage {
  if ('missing' in lookup) return { status: 404, head: { title: siteText(matched.locale).closedLink.title, isIndexed: false } }
  return { status: 200, head: { title: `${kind}: ${lookup.found.title}`, isIndexed: false } }
}

function notFound({ locale }: MatchedPage): LoadedPage {
  return { status: 404, head: { title: siteText(locale).notFound.title, isIndexed: false } }
}

function removed({ locale }: MatchedPage): LoadedPage {
  return { status: 410, head: { title: siteText(locale).article.removedTitle, isIndexed: false } }
}

function found(head: Omit<PageHead, 'isIndexed' | 'isMirrored'>): LoadedPage {
  return { status: 200, head: { ...head, isMirrored: true, isIndexed: true } }
}

/** Only a list's first page is offered to searches: the others move with every new article. */
function list(title: string, { name: kind, slug, after }: ListPage, { path }: MatchedPage, description?: string | null): FoundPage {
  const feed: FeedOf = { kind, slug }
  const head = { title, ...(description ? { description } : {}), canonicalPath: path, isMirrored: true, feed }
  return { status: 200, head: { ...head, isIndexed: after === undefined } }
}
