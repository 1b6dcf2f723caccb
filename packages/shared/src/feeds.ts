import { type Static, Type } from 'typebox'
import { ArticleSource } from './articles.ts'
import { nullable } from './fields.ts'
import { Slug } from './ids.ts'
import { object } from './object.ts'

/** What a feed is of: the whole site, or one of these. One at most: a feed has one title and one address. */
export const FeedQuery = object(
  {
    unit: Type.Optional(Type.String({ ...Slug, description: 'slug of a unit that the articles name' })),
    person: Type.Optional(Type.String({ ...Slug, description: 'slug of a person whom their texts name by a post' })),
    author: Type.Optional(Type.String({ ...Slug, description: 'slug of an author in their bylines' })),
    category: Type.Optional(Type.String({ ...Slug, description: 'slug of a category' })),
    tag: Type.Optional(Type.String({ ...Slug, description: 'slug of a tag' })),
  },
  { maxProperties: 1 },
)
export type FeedQuery = Static<typeof FeedQuery>

const Person = object({ name: Type.String(), url: Type.String() })

/** https://www.jsonfeed.org/version/1.1/: what is not there is left out. Names that begin with an underscore are ours. */
export const JsonFeedItem = object({
  id: Type.String(),
  url: Type.String(),
  title: Type.String(),
  content_html: Type.String(),
  summary: Type.Optional(Type.String()),
  image: Type.Optional(Type.String()),
  date_published: Type.String(),
  date_modified: Type.String(),
  authors: Type.Optional(Type.Array(Person)),
  tags: Type.Array(Type.String()),
  language: Type.String(),
  _bantin: object({ apiUrl: Type.String(), publisher: Person, attribution: Type.String(), source: nullable(ArticleSource) }),
})
export type JsonFeedItem = Static<typeof JsonFeedItem>

/** The newest articles as JSON Feed 1.1. */
export const JsonFeed = object({
  version: Type.Literal('https://jsonfeed.org/version/1.1'),
  title: Type.String(),
  home_page_url: Type.String(),
  feed_url: Type.String(),
  description: Type.String(),
  language: Type.String(),
  authors: Type.Array(Person),
  _bantin: object({ rights: nullable(Type.String()) }),
  items: Type.Array(JsonFeedItem),
})
export type JsonFeed = Static<typeof JsonFeed>
