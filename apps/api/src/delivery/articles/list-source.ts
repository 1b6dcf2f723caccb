import type { ArticleFilters } from '@bantin/shared/article-list'
import type { Place } from '../statement-values.ts'
import { site } from './article-json.ts'
import { type LinkFilter, linkFilters, links } from './list-links.ts'

/** Where a list is read from, as SQL: rows `l` of articles, or of links to `k`, one of the keys. */
export interface Source {
  from: string
  /** The ids of what is linked to; undefined where the rows are articles. */
  keys: string | undefined
  /** Whether there may be many of them. */
  isTree: boolean
  /** The column of `from` that has the key. */
  column: string
  /** The column of `from` that has the article. */
  id: 'id' | 'article_id'
  /** What its index answers. */
  conditions: string[]
  /** What other tables are asked for. */
  others: string[]
}

/** The links that are likely to be the fewest, else the articles. The other filters narrow them. */
export function sourceOf(filters: ArticleFilters, place: Place): Source {
  const [first, ...others] = linkFilters.filter((name) => filters[name] !== undefined)
  const link = first && links[first]
  const id = link ? 'article_id' : 'id'
  const conditions = [
    ...(link ? [`l.${link.column} = k.id`, ...roleOf(first, 'l', filters, place)] : []),
    `l.site_id = (SELECT id FROM ${site} s)`,
    `l.format = ${place(filters.format ?? 'news')}`,
    'l.listed',
    ...daysOf(filters, place),
  ]
  return {
    from: link ? `published.${link.table}` : articlesOf(filters, place),
    keys: link?.keys(place(filters[first as LinkFilter]), filters),
    isTree: link?.isTree(filters) ?? false,
    column: link?.column ?? '',
    id,
    conditions,
    others: [...others.map((name) => linkedTo(name, id, filters, place)), ...ofArticle(filters, link !== undefined, place)],
  }
}

/** What rows `l` that name an article, its site, format and date fulfil, where the list is not read from links. */
export function narrowing(filters: ArticleFilters, place: Place): string[] {
  return [
    `l.site_id = (SELECT id FROM ${site} s)`,
    'l.listed',
    ...(filters.format === undefined ? [] : [`l.format = ${place(filters.format)}`]),
    ...daysOf(filters, place),
    ...linkFilters.filter((name) => filters[name] !== undefined).map((name) => linkedTo(name, 'article_id', filters, place)),
    ...ofArticle(filters, true, place),
  ]
}

/** Of each filter by what articles are linked to: SQL of the articles of that link, as `article_id`. */
export function linkedArticles(filters: ArticleFilters, place: Place): string[] {
  return linkFilters
    .filter((name) => filters[name] !== undefined)
    .map((name) => {
      const { table, column, keys } = links[name]
      const conditions = [`x.${column} IN (${keys(place(filters[name]), filters)})`, ...roleOf(name, 'x', filters, place)]
      return `SELECT x.article_id FROM published.${table} x WHERE ${conditions.join(' AND ')}`
    })
}

/** Those in slots are few, and so are those that name one person. */
function articlesOf({ featured, person }: ArticleFilters, place: Place): string {
  if (person !== undefined) return `(SELECT x.* FROM published.articles x WHERE x.id IN (${namingPerson(person, place)}) OFFSET 0)`
  return featured ? '(SELECT x.* FROM published.home_slots h JOIN published.articles x ON x.id = h.article_id)' : 'published.articles'
}

/** The moment a local day begins at the site, as something that an index can be asked with. */
const beginningOf = (day: string) => `(${day}::timestamp AT TIME ZONE (SELECT time_zone FROM ${site} s))`

function daysOf({ publishedFrom, publishedTo }: ArticleFilters, place: Place): string[] {
  const from = publishedFrom === undefined ? [] : [`l.published_at >= ${beginningOf(`${place(publishedFrom)}::date`)}`]
  const to = publishedTo === undefined ? [] : [`l.published_at < ${beginningOf(`(${place(publishedTo)}::date + 1)`)}`]
  return [...from, ...to]
}

function linkedTo(name: LinkFilter, id: Source['id'], filters: ArticleFilters, place: Place): string {
  const { table, column, keys } = links[name]
  const role = roleOf(name, 'x', filters, place).map((condition) => ` AND ${condition}`)
  return `EXISTS (SELECT FROM published.${table} x WHERE x.article_id = l.${id}
    AND x.${column} IN (${keys(place(filters[name]), filters)})${role.join('')})`
}

const roleOf = (name: LinkFilter, row: string, { unitRole }: ArticleFilters, place: Place): string[] =>
  name === 'unit' && unitRole !== undefined ? [`${row}.role = ${place(unitRole)}`] : []

/** Articles whose texts name a person by an appointment. */
const namingPerson = (slug: string, place: Place): string => `SELECT y.article_id FROM published.people w
  JOIN published.appointments p ON p.person_id = w.id JOIN published.article_appointments y ON y.appointment_id = p.id WHERE w.slug = ${place(slug)}`

/** What only the article itself says. */
function ofArticle({ genre, locale, featured, person }: ArticleFilters, isLinked: boolean, place: Place): string[] {
  const row = isLinked ? 'x' : 'l'
  const slot = `EXISTS (SELECT FROM published.home_slots h WHERE h.article_id = ${row}.id)`
  const conditions = [
    ...(person === undefined ? [] : [`${row}.id IN (${namingPerson(person, place)})`]),
    ...(genre === undefined ? [] : [`${row}.genre = ${place(genre)}`]),
    ...(locale === undefined ? [] : [`${row}.locale = ${place(locale)}`]),
    ...(featured === undefined ? [] : [featured ? slot : `NOT ${slot}`]),
  ]
  if (!isLinked || conditions.length === 0) return conditions
  return [`EXISTS (SELECT FROM published.articles x WHERE x.id = l.article_id AND ${conditions.join(' AND ')})`]
}
