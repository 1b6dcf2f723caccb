import { type Static, Type } from 'typebox'
import { Format, Genre, ListedArticle, Locale, unitRoles } from './articles.ts'
import { LocalDate, nullable } from './fields.ts'
import { Slug } from './ids.ts'
import { idPattern } from './is-id.ts'
import { object } from './object.ts'
import { Cursor, defaultLimit, maxLimit } from './pagination.ts'

export const articleSorts = ['-publishedAt', 'publishedAt', '-updatedAt'] as const
export type ArticleSort = (typeof articleSorts)[number]

/** How many articles a list gives at most with what `include` asks for. */
export const maxIncluded = 20

const slugOf = (description: string) => Type.Optional(Type.String({ ...Slug, description }))
const flag = (description: string) => Type.Optional(Type.Boolean({ description }))

const oneId = idPattern.slice(1, -1)

/** Which articles a list has. A day means the whole local day. */
export const articleFilters = {
  unit: slugOf('slug of a unit that the article names'),
  descendants: flag('with `unit`: also those that name a unit below it today'),
  unitRole: Type.Optional(Type.Enum(unitRoles)),
  author: slugOf('slug of an author in the byline'),
  person: slugOf('slug of a person whom the text names by a post'),
  category: slugOf('slug of a category; those below it are included'),
  tag: slugOf('slug of a tag'),
  format: Type.Optional(Type.Enum(Format.enum, { description: 'without it: news' })),
  genre: Type.Optional(Genre),
  publishedFrom: Type.Optional(LocalDate),
  publishedTo: Type.Optional(LocalDate),
  locale: Type.Optional(Locale),
  featured: flag('true: those that stand in a slot of the home page; false: the others'),
}

/** The public list. */
export const ArticleListQuery = object({
  // With a default it would be there always: of a batch nobody could tell whether less was asked for.
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: maxLimit, description: `without it ${defaultLimit}, of ids all` })),
  cursor: Type.Optional(Cursor),
  sort: Type.Optional(Type.Enum(articleSorts, { description: 'without it: -publishedAt' })),
  include: Type.Optional(
    Type.Enum(['body', 'related', 'body,related', 'related,body'], {
      description: `with a limit of ${maxIncluded} at most; with body a page ends early once it has four million bytes of texts`,
    }),
  ),
  count: flag('true: page.total is how many there are'),
  ids: Type.Optional(
    Type.String({
      pattern: `^${oneId}(,${oneId}){0,${maxLimit - 1}}$`,
      maxLength: maxLimit * 37 - 1,
      description: `up to ${maxLimit} ids with commas between them; without filters, sort and count`,
    }),
  ),
  ...articleFilters,
})
export type ArticleListQuery = Static<typeof ArticleListQuery>

export type ArticleFilters = Pick<ArticleListQuery, keyof typeof articleFilters>

/** A page of articles; `next` leads on wherever it ended. With `count=true` and how many there are on all pages. */
export const ArticleList = object({
  data: Type.Array(ListedArticle),
  page: object({ next: nullable(Cursor), total: Type.Optional(Type.Integer()) }),
})
export type ArticleList = Static<typeof ArticleList>
