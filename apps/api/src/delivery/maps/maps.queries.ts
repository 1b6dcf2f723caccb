import type { DeliveryDb } from '../../db/client.ts'
import { readJson, type Statement } from '../read-json.ts'

/** A page that searches may find, by its path, with the moment of its newest change where one is known. */
export interface MappedPage {
  path: string
  at: string | null
}

/** So many articles ever published make one page of the map. */
const articlesOfPage = 10_000

const site = '(SELECT * FROM published.sites ORDER BY id LIMIT 1)'
const time = (moment: string) => `published.site_time(${moment}, s.time_zone)`
const array = (path: string, at: string, order: string) =>
  `coalesce(json_agg(json_build_object('path', ${path}, 'at', ${at}) ORDER BY ${order}), '[]')::text AS json`

// An article's place is that of its first edition among all first editions of the log, which is only added to: it never moves, whatever
// comes, goes or comes back.
const firsts = 'published.publication_log l WHERE l.site_id = s.id AND l.edition = 1'

const articles: Statement = {
  name: 'map articles',
  text: `SELECT coalesce(json_agg(json_build_object('path', '/bai-viet/' || a.slug, 'at', ${time('a.updated_at')}, 'locale', a.locale,
      'translations', (SELECT json_agg(json_build_object('path', '/bai-viet/' || t.slug, 'locale', t.locale) ORDER BY t.locale)
        FROM published.articles t WHERE t.translation_group = a.translation_group AND t.id <> a.id AND t.listed)) ORDER BY f.seq), '[]')::text AS json
    FROM ${site} s, LATERAL (SELECT l.article_id, l.seq FROM ${firsts} ORDER BY l.seq LIMIT ${articlesOfPage} OFFSET ($1::bigint - 1) * ${articlesOfPage}) f
    JOIN published.articles a ON a.id = f.article_id AND a.listed`,
}

/** An article's page, with those of the same text in other languages. */
export interface MappedArticle extends MappedPage {
  locale: string
  translations: { path: string; locale: string }[] | null
}

/** The articles of a page that are listed now, in the order in which they first came out. */
export async function findMappedArticles(db: DeliveryDb, page: number): Promise<MappedArticle[]> {
  return JSON.parse((await readJson(db, articles, [page])) as string) as MappedArticle[]
}

const pages: Statement = {
  name: 'map pages',
  text: `SELECT ${array("'/sitemap-' || p.page || '.xml'", 'p.at', 'p.page')}
    FROM (
      SELECT (f.place - 1) / ${articlesOfPage} + 1 AS page, ${time('max(a.updated_at)')} AS at
      FROM ${site} s, LATERAL (SELECT l.article_id, row_number() OVER (ORDER BY l.seq) AS place FROM ${firsts}) f
      JOIN published.articles a ON a.id = f.article_id AND a.listed
      GROUP BY (f.place - 1) / ${articlesOfPage}, s.time_zone
    ) p`,
}

/** The pages of the map that have articles. */
export async function findMapPages(db: DeliveryDb): Promise<MappedPage[]> {
  return await readPages(db, pages, [])
}

/** Of people, authors and tags those with the newest articles: each has a page in two languages, and a map may have fifty thousand. */
const most = 5000

const newestOf = (path: string, slug: string, link: string, target: string, column: string, ofSite: string): Statement => ({
  name: `map ${target}`,
  text: `SELECT ${array(`'/${path}/' || p.slug`, time('p.at'), 'p.slug')}
    FROM ${site} s, LATERAL (
      SELECT ${slug} AS slug, max(a.updated_at) AS at
      FROM published.${target} x JOIN ${link} l ON l.${column} = x.id JOIN published.articles a ON a.id = l.article_id
      WHERE a.site_id = s.id AND a.listed ${ofSite} GROUP BY x.slug ORDER BY 2 DESC, 1 LIMIT ${most}
    ) p`,
})

/** Whom articles name by a post. */
const namedPeople = `(SELECT y.article_id, p.person_id FROM published.article_appointments y
  JOIN published.appointments p ON p.id = y.appointment_id)`

const lists = {
  // An organization has these whether or not something was written.
  portal: {
    name: 'map portal',
    text: `SELECT ${array('p.path', 'NULL', 'p.rank, p.path')} FROM (
      SELECT 1 AS rank, path FROM (VALUES ('/'), ('/don-vi'), ('/thong-ke')) AS v (path)
      UNION ALL
      SELECT 2, '/chuyen-muc/' || c.slug FROM ${site} s JOIN published.categories c ON c.site_id = s.id
      UNION ALL
      SELECT 3, '/don-vi/' || u.slug FROM published.units u
      WHERE EXISTS (SELECT FROM published.unit_names n WHERE n.unit_id = u.id AND n.period @> published.today())
    ) p`,
  },
  people: newestOf('nguoi', 'x.slug', namedPeople, 'people', 'person_id', ''),
  authors: newestOf('tac-gia', 'x.slug', 'published.article_authors', 'authors', 'author_id', ''),
  tags: newestOf('the', 'x.slug', 'published.article_tags', 'tags', 'tag_id', 'AND x.site_id = s.id'),
} satisfies Record<string, Statement>

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]

/** The pages of lists, by their paths in Vietnamese; each is there in both languages. */
export async function findMappedLists(db: DeliveryDb, name: ListName): Promise<MappedPage[]> {
  return await readPages(db, lists[name], [])
}

const linked = (link: string) =>
  `EXISTS (SELECT FROM ${site} s JOIN published.articles a ON a.site_id = s.id AND a.listed JOIN published.${link} l ON l.article_id = a.id)`

const lengths: Statement = {
  name: 'map lists',
  text: `SELECT json_build_object('portal', true, 'people', ${linked('article_appointments')}, 'authors', ${linked('article_authors')}, 'tags', ${linked('article_tags')})::text AS json`,
}

/** Those of the lists that have pages. */
export async function findListMaps(db: DeliveryDb): Promise<ListName[]> {
  const has = JSON.parse((await readJson(db, lengths, [])) as string) as Record<ListName, boolean>
  return listNames.filter((name) => has[name])
}

/** What searches for news ask of an article. */
export interface News {
  path: string
  site: string
  locale: string
  title: string
  at: string
}

// The first condition is that of the list's index. What came from an archive was no news here, however old it is.
const news: Statement = {
  name: 'map news',
  text: `SELECT coalesce(json_agg(json_build_object('path', '/bai-viet/' || a.slug, 'site', a.name, 'locale', a.locale, 'title', a.title,
      'at', published.site_time(a.first_published_at, a.time_zone)) ORDER BY a.first_published_at DESC, a.id DESC), '[]')::text AS json
    FROM (
      SELECT a.id, a.slug, a.locale, a.title, a.first_published_at, s.name, s.time_zone
      FROM published.articles a CROSS JOIN ${site} s
      WHERE a.site_id = (SELECT id FROM ${site} s) AND a.format = 'news' AND a.listed AND a.published_at > now() - interval '48 hours'
        AND a.first_published_at > now() - interval '48 hours'
        AND NOT EXISTS (SELECT FROM published.changes c WHERE c.entity_id = a.id AND c.backfill)
      ORDER BY a.published_at DESC, a.id DESC LIMIT 1000
    ) a`,
}

/** The news that first came out in the last 48 hours, a thousand at the most. */
export async function findNews(db: DeliveryDb): Promise<News[]> {
  return JSON.parse((await readJson(db, news, [])) as string) as News[]
}

async function readPages(db: DeliveryDb, statement: Statement, values: unknown[]): Promise<MappedPage[]> {
  return JSON.parse((await readJson(db, statement, values)) as string) as MappedPage[]
}
