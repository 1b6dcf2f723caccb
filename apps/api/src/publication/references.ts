import { personPlacesOf } from '@bantin/shared/body/body-people'
import type { FieldError } from '@bantin/shared/errors'
import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '../db/client.ts'
import { findSite } from '../db/find-site.ts'
import { articles } from '../db/schema/articles.ts'
import { authors } from '../db/schema/authors.ts'
import { categories, tags } from '../db/schema/categories.ts'
import { appointments } from '../db/schema/people.ts'
import { units } from '../db/schema/units.ts'
import { together } from '../db/together.ts'
import { fieldProblem } from '../errors.ts'
import { namedMedia } from './media-references.ts'
import type { MediaFacts } from './read-media.ts'
import type { RevisionContent } from './revisions.ts'

interface Reference {
  table: PgTable
  id: string
  pointer: string
}

/** A body can name more people than it would help to list. */
const mostNamed = 100

/**
 * Passes when everything the content names exists, and its owner, and files are of the kind that belongs there; answers what is known of
 * the files. Throws `unknown_reference` with the place of each that does not fit.
 */
export async function requireReferences(db: Db, content: Partial<RevisionContent> & { unitId?: string }): Promise<Map<string, MediaFacts>> {
  const { unitId, bylines = [], units: involved = [], categoryIds = [], tagIds = [], relatedIds = [], body } = content
  const owner = unitId ? [{ table: units, id: unitId, pointer: '/unitId' }] : []
  const others = [
    ...bylines.map(({ authorId }, i) => ({ table: authors, id: authorId, pointer: `/bylines/${i}/authorId` })),
    ...involved.map((unit, i) => ({ table: units, id: unit.unitId, pointer: `/units/${i}/unitId` })),
    ...categoryIds.map((id, i) => ({ table: categories, id, pointer: `/categoryIds/${i}` })),
    ...tagIds.map((id, i) => ({ table: tags, id, pointer: `/tagIds/${i}` })),
    ...relatedIds.map((id, i) => ({ table: articles, id, pointer: `/relatedIds/${i}` })),
    ...(body ? personPlacesOf(body) : []).map(({ appointmentId: id, pointer }) => ({
      table: appointments,
      id,
      pointer: `/body${pointer}`,
    })),
  ]
  const isMissing = await missingAmong(db, [...owner, ...others])
  const named = await namedMedia(db, content)
  const wrong = [
    ...owner.filter(isMissing).map(unknown),
    ...named.wrong,
    ...others.filter(isMissing).map(unknown).slice(0, mostNamed),
    ...(await wrongGenre(db, content.genre)),
  ]
  if (wrong.length > 0) throw fieldProblem('unknown_reference', ...wrong)
  return named.files
}

async function missingAmong(db: Db, references: Reference[]): Promise<(reference: Reference) => boolean> {
  if (references.length === 0) return () => false
  const found = await findKnown(db, references)
  return ({ table, id }) => !found.get(table)?.has(id)
}

/** Which of those asked for are there. Asked of all tables in one statement, whose text is the same whatever is asked. */
const findKnown = together(async (db, asked: Reference[][]): Promise<Map<PgTable, Set<string>>[]> => {
  const known = (table: PgTable) => {
    const ids = new Set(asked.flatMap((references) => references.flatMap((each) => (each.table === table ? each.id : []))))
    return sql`SELECT id FROM ${table} WHERE id = ANY (${sql.param([...ids])}::uuid[])`
  }
  // Only what readers know of, or knew: whether a draft has an id is nobody's to find out.
  const { rows } = await db.execute<Record<'units' | 'authors' | 'categories' | 'tags' | 'articles' | 'appointments', string[]>>(sql`
    SELECT ARRAY(${known(units)}) AS units, ARRAY(${known(authors)}) AS authors, ARRAY(${known(categories)}) AS categories,
      ARRAY(${known(tags)}) AS tags, ARRAY(${known(articles)} AND public_state <> 'none') AS articles,
      ARRAY(${known(appointments)}) AS appointments`)
  const found = new Map<PgTable, Set<string>>([
    [units, new Set(rows[0]?.units)],
    [authors, new Set(rows[0]?.authors)],
    [categories, new Set(rows[0]?.categories)],
    [tags, new Set(rows[0]?.tags)],
    [articles, new Set(rows[0]?.articles)],
    [appointments, new Set(rows[0]?.appointments)],
  ])
  return asked.map(() => found)
})

function unknown({ pointer }: Reference): FieldError {
  return { in: 'body', pointer, code: 'unknown', message: 'Nothing has this id.' }
}

async function wrongGenre(db: Db, genre: string | null | undefined): Promise<FieldError[]> {
  if (!genre || (await findSite(db)).genres.includes(genre)) return []
  return [{ in: 'body', pointer: '/genre', code: 'unknown', message: 'The settings of the site have no such genre.' }]
}
