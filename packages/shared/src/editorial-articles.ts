import { type Static, Type } from 'typebox'
import { Receipt, ScheduledPublication } from './article-verbs.ts'
import { ArticleEvent, ArticleSource, bylineRoles, Format, Genre, Locale, unitRoles } from './articles.ts'
import { Body } from './body.ts'
import { line, nullable, Timestamp, text } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { publicStates, removalAnswers, workStates } from './lifecycle.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'
import { publishingPolicies } from './permissions.ts'
import { maxQueryLength } from './search/query.ts'

const Byline = object({ authorId: Id, role: Type.Enum(bylineRoles) })
export type Byline = Static<typeof Byline>

const ArticleUnit = object({ unitId: Id, role: Type.Enum(unitRoles) })
export type ArticleUnit = Static<typeof ArticleUnit>

/** What an editor writes. Absent: unchanged; null clears (RFC 7396). */
const content = {
  title: line(300),
  kicker: Type.Optional(nullable(line(150))),
  sapo: Type.Optional(nullable(text(1000))),
  body: Type.Optional(Body),
  heroMediaId: Type.Optional(nullable(Id)),
  bylines: Type.Optional(Type.Array(Byline, { maxItems: 20 })),
  units: Type.Optional(Type.Array(ArticleUnit, { maxItems: 30 })),
  categoryIds: Type.Optional(Type.Array(Id, { maxItems: 10, uniqueItems: true })),
  tagIds: Type.Optional(Type.Array(Id, { maxItems: 30, uniqueItems: true })),
  event: Type.Optional(nullable(ArticleEvent)),
  source: Type.Optional(nullable(ArticleSource)),
  /** One of those that the site's settings have. */
  genre: Type.Optional(nullable(Genre)),
  /** Articles to be put beside this one, in this order. Readers are shown those that are listed. */
  relatedIds: Type.Optional(Type.Array(Id, { maxItems: 10, uniqueItems: true })),
}

export const NewArticle = object({
  ...content,
  unitId: Type.Optional(Id),
  format: Type.Optional(Format),
  /** One of the site's; without it the site's first. */
  locale: Type.Optional(Locale),
  /** The article whose text this one has in another language. */
  translationOf: Type.Optional(Id),
})
export type NewArticle = Static<typeof NewArticle>

/**
 * With `merge`, a patch of an older version is put on top of the newest one, as long as it changes other fields and other blocks of
 * the body than were changed since.
 */
export const ArticlePatch = object({ ...content, title: Type.Optional(line(300)), merge: Type.Optional(Type.Boolean()) })
export type ArticlePatch = Static<typeof ArticlePatch>

/** What an autosave answers: enough to go on writing. */
export const Autosaved = object({ version: Type.Integer(), revision: Type.Integer(), savedAt: Timestamp, merged: Type.Boolean() })
export type Autosaved = Static<typeof Autosaved>

/** Someone who works here, by name. */
export const Person = object({ id: Id, name: Type.String() })
export type Person = Static<typeof Person>

const editorialCard = {
  id: Id,
  version: Type.Integer(),
  format: Format,
  locale: Type.String(),
  /** The current address, or the planned one of an article that was never published. */
  slug: Slug,
  title: Type.String(),
  workState: Type.Enum(workStates),
  publicState: Type.Enum(publicStates),
  unit: object({ id: Id, name: Type.String() }),
  /** The owner unit and its parents up to the root: what permission depends on. */
  unitPath: Type.Array(Id),
  createdBy: nullable(Id),
  assignee: nullable(Person),
  publishAt: nullable(Timestamp),
  /** The draft was given back by a reviewer, who said why in a comment, and has not been handed in again. */
  returned: nullable(object({ at: Timestamp, by: Type.String() })),
  updatedBy: nullable(Type.String()),
  updatedAt: Timestamp,
  firstPublishedAt: nullable(Timestamp),
  publishedAt: nullable(Timestamp),
  edition: nullable(Type.Integer()),
}

/** An article in the desk's list. */
export const EditorialArticleCard = object(editorialCard)
export type EditorialArticleCard = Static<typeof EditorialArticleCard>

/** An article as its editors see it: the newest revision with its states. */
export const EditorialArticle = object({
  ...editorialCard,
  kicker: nullable(Type.String()),
  sapo: nullable(Type.String()),
  body: Body,
  heroMediaId: nullable(Id),
  bylines: Type.Array(Byline),
  units: Type.Array(ArticleUnit),
  categoryIds: Type.Array(Id),
  tagIds: Type.Array(Id),
  event: nullable(ArticleEvent),
  source: nullable(ArticleSource),
  genre: nullable(Type.String()),
  relatedIds: Type.Array(Id),
  /** The same for all that have one text in several languages. */
  translationGroup: Id,
  /** The number of the newest revision. */
  revision: Type.Integer(),
  /** Who wrote it: under `review` and `strict` somebody else approves. */
  lastWriterId: nullable(Id),
  /** The strictest of the site's, the unit's and the categories' policies, those of the last published revision included. */
  policy: Type.Enum(publishingPolicies),
  /** Whether the site lets a publisher publish minor editions alone all the same. */
  minorDirect: Type.Boolean(),
  isApproved: Type.Boolean(),
  schedule: nullable(
    object({
      ...ScheduledPublication.properties,
      at: Timestamp,
      by: nullable(Type.String()),
      /** How often it failed in a row, once it was due. */
      failures: Type.Integer(),
    }),
  ),
  plannedWithdrawal: nullable(object({ at: Timestamp, reason: Type.String() })),
  /** Published without a second person, who has not looked at it since. */
  unreviewed: nullable(object({ at: Timestamp, note: Type.String(), by: nullable(Type.String()) })),
  hold: nullable(object({ reason: nullable(Type.String()), at: Timestamp })),
  withdrawal: nullable(object({ reason: Type.String(), at: Timestamp })),
  redirect: nullable(object({ to: Id, at: Timestamp })),
  removal: nullable(object({ answer: Type.Enum(removalAnswers), reason: Type.String(), at: Timestamp })),
  /** Whether the newest edition was emptied. */
  isRedacted: Type.Boolean(),
})
export type EditorialArticle = Static<typeof EditorialArticle>

/** What a verb answers: the article after it, and what it changed of what we serve, or null when it changed nothing there. */
export const EditorialOutcome = object({ ...EditorialArticle.properties, receipt: nullable(Receipt) })
export type EditorialOutcome = Static<typeof EditorialOutcome>

export const EditorialArticleListQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  /** Words of the newest revision, read as the public search reads them. */
  q: Type.Optional(Type.String({ minLength: 1, maxLength: maxQueryLength, description: 'up to 16 words, as in the public search' })),
  workState: Type.Optional(Type.Enum(workStates)),
  publicState: Type.Optional(Type.Enum(publicStates)),
  unitId: Type.Optional(Id),
  format: Type.Optional(Format),
  /** Own ones: created by you, or assigned to you. */
  me: Type.Optional(Type.Boolean()),
  assigneeId: Type.Optional(Id),
  /** Those that have one text in several languages. */
  translationGroup: Type.Optional(Id),
  /** Due, and not published yet. */
  overdue: Type.Optional(Type.Boolean()),
  /** Published by force, and not looked at by a second person since. */
  unreviewed: Type.Optional(Type.Boolean()),
})
export type EditorialArticleListQuery = Static<typeof EditorialArticleListQuery>
