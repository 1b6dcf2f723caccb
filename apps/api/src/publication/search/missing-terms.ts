import { type SQL, sql } from 'drizzle-orm'
import { draftTermsVersion, termsVersion } from './article-terms.ts'

/** `all` looks at every article; `recent` goes by indexes, and takes no time where nothing is missing. */
export type Reach = 'all' | 'recent'

const published = { articles: sql`published.articles`, terms: sql`published.article_terms`, version: termsVersion }
const drafts = { articles: sql`articles`, terms: sql`draft_terms`, version: draftTermsVersion }
type Side = typeof published

/** SQL of the ids of public articles that have no terms, or some of an older version. */
export function missingPublished(reach: Reach): SQL {
  // What is published is written together with its terms, but by versions that had none.
  return reach === 'all' ? sql`${older(published)} UNION ALL ${none(published)}` : older(published)
}

/** The same of all articles, by their newest revision. */
export function missingDrafts(reach: Reach): SQL {
  // An import is a transaction of seconds. The site is named for the index.
  const recently = sql`AND a.site_id IN (SELECT id FROM sites) AND a.updated_at > now() - interval '2 hours'`
  return sql`${older(drafts)} UNION ALL ${none(drafts)} ${reach === 'all' ? sql`` : recently}`
}

/** Which rows `a` of `published.articles` still are so, of those with these ids. */
export function isPublishedMissing(ids: string[]): SQL {
  return isStillMissing(published, ids)
}

/** Which rows `a` of `articles` still are so, of those with these ids. */
export function isDraftMissing(ids: string[]): SQL {
  return isStillMissing(drafts, ids)
}

/** What a newer version has written stays: while one takes the place of another, both are at work. */
function older({ terms, version }: Side): SQL {
  return sql`SELECT t.article_id AS id FROM ${terms} t WHERE t.version < ${version}`
}

function none({ articles, terms }: Side): SQL {
  return sql`SELECT a.id FROM ${articles} a WHERE NOT EXISTS (SELECT FROM ${terms} t WHERE t.article_id = a.id)`
}

function isStillMissing({ terms, version }: Side, ids: string[]): SQL {
  return sql`a.id = ANY (${sql.param(ids)}::uuid[]) AND NOT EXISTS (SELECT FROM ${terms} t WHERE t.article_id = a.id AND t.version >= ${version})`
}
