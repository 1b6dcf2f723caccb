import type { ArticleFilters } from '@bantin/shared/article-list'
import { site } from './article-json.ts'

/** The filters that articles are linked by, what is likely to have the fewest articles first. */
export const linkFilters = ['tag', 'author', 'unit', 'category'] as const
export type LinkFilter = (typeof linkFilters)[number]

interface Link {
  table: string
  column: string
  /** The SQL of the ids behind a slug. */
  keys(slug: string, filters: ArticleFilters): string
  /** Whether there may be many ids. */
  isTree(filters: ArticleFilters): boolean
}

const ofSite = `x.site_id = (SELECT id FROM ${site} s)`

/** Those of a thing and of all below it. A circle ends: what is known comes no second time. */
const withBelow = (first: string, next: string) => `WITH RECURSIVE below (id) AS (${first} UNION ${next}) SELECT id FROM below`

const unit = (slug: string) => `SELECT x.id FROM published.units x WHERE x.slug = ${slug}`

export const links: Record<LinkFilter, Link> = {
  tag: {
    table: 'article_tags',
    column: 'tag_id',
    isTree: () => false,
    keys: (slug) => `SELECT x.id FROM published.tags x WHERE x.slug = ${slug} AND ${ofSite}`,
  },
  author: {
    table: 'article_authors',
    column: 'author_id',
    isTree: () => false,
    keys: (slug) => `SELECT x.id FROM published.authors x WHERE x.slug = ${slug}`,
  },
  unit: {
    table: 'article_units',
    column: 'unit_id',
    isTree: ({ descendants }) => descendants === true,
    keys: (slug, { descendants }) =>
      descendants
        ? withBelow(
            unit(slug),
            'SELECT p.unit_id FROM below JOIN published.unit_parents p ON p.parent_id = below.id AND p.period @> published.today()',
          )
        : unit(slug),
  },
  // A section has what its subsections have: editors file an article where it belongs most, and readers look above.
  category: {
    table: 'article_categories',
    column: 'category_id',
    isTree: () => true,
    keys: (slug) =>
      withBelow(
        `SELECT x.id FROM published.categories x WHERE x.slug = ${slug} AND ${ofSite}`,
        'SELECT c.id FROM below JOIN published.categories c ON c.parent_id = below.id',
      ),
  },
}
