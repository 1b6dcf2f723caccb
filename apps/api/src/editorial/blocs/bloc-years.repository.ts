import type { BlocResult, BlocYearCard, BlocYearMember, EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { blocResults, blocYears } from '../../db/schema/blocs.ts'

/** The bloc and the units above it, or undefined for what is no bloc. */
export async function findBlocPath(db: Db, id: string): Promise<string[] | undefined> {
  const { rows } = await db.execute<{ path: string[] }>(sql`SELECT unit_path(id) AS path FROM units WHERE id = ${id} AND kind = 'bloc'`)
  return rows[0]?.path
}

/** The years of which something is kept, the newest first. */
export async function findYears(db: Db, blocId: string): Promise<BlocYearCard[]> {
  const { rows } = await db.execute<{ card: BlocYearCard }>(sql`
    SELECT json_build_object('year', y.year, 'version', y.version, 'status', y.status,
      'results', (SELECT count(*) FROM bloc_results r WHERE r.bloc_id = y.bloc_id AND r.year = y.year)) AS card
    FROM bloc_years y WHERE y.bloc_id = ${blocId} ORDER BY y.year DESC`)
  return rows.map(({ card }) => card)
}

const ofYear = (year: number) => sql`daterange(make_date(${year}, 1, 1), make_date(${year}, 12, 31), '[]')`
const lastDayOf = (year: number) => sql`make_date(${year}, 12, 31)`

/** The year, of version 0 and empty where nothing is kept of it; undefined for what is no bloc. */
export async function findYear(db: Db, blocId: string, year: number): Promise<EditorialBlocYear | undefined> {
  const { rows } = await db.execute<{ year: EditorialBlocYear }>(sql`
    SELECT json_build_object('blocId', u.id, 'year', ${year}::int, 'version', coalesce(y.version, 0), 'status', coalesce(y.status, 'proposed'),
      'legalBasis', y.legal_basis, 'unitPath', unit_path(u.id),
      'results', coalesce((
        SELECT json_agg(json_build_object('unitId', r.unit_id, 'name', n.name, 'self', r.self_score, 'bloc', r.bloc_score,
          'final', r.final_score, 'rank', r.rank, 'note', r.note) ORDER BY r.rank, n.name COLLATE "vi-x-icu", r.unit_id)
        FROM bloc_results r CROSS JOIN LATERAL published.unit_name(r.unit_id, ${lastDayOf(year)}) n
        WHERE r.bloc_id = u.id AND r.year = ${year}), '[]'),
      'members', coalesce((
        SELECT json_agg(json_build_object('unitId', m.id, 'name', n.name, 'shortName', n.short_name, 'code', m.code)
          ORDER BY n.name COLLATE "vi-x-icu", m.id)
        FROM units m CROSS JOIN LATERAL published.unit_name(m.id, ${lastDayOf(year)}) n
        WHERE m.id IN (SELECT b.unit_id FROM bloc_members b WHERE b.bloc_id = u.id AND b.period && ${ofYear(year)})), '[]')) AS year
    FROM units u LEFT JOIN bloc_years y ON y.bloc_id = u.id AND y.year = ${year} WHERE u.id = ${blocId} AND u.kind = 'bloc'`)
  return rows[0]?.year
}

/** A member with everything that a table may call it by: its code apart, its names and short names of the year and of today. */
export type CalledMember = Pick<BlocYearMember, 'unitId' | 'name' | 'code'> & { called: string[] }

/** What the members of the year are or were called. */
export async function findCalledMembers(db: Db, blocId: string, year: number): Promise<CalledMember[]> {
  const { rows } = await db.execute<{ member: CalledMember }>(sql`
    SELECT json_build_object('unitId', m.id, 'code', m.code, 'name', (published.unit_name(m.id, ${lastDayOf(year)})).name, 'called', (
      SELECT coalesce(json_agg(DISTINCT called), '[]') FROM unit_names n CROSS JOIN LATERAL unnest(ARRAY[n.name, n.short_name]) called
      WHERE n.unit_id = m.id AND called IS NOT NULL
        AND (n.period && ${ofYear(year)} OR n.period = (published.unit_name(m.id, published.today())).period))) AS member
    FROM units m
    WHERE m.id IN (SELECT b.unit_id FROM bloc_members b WHERE b.bloc_id = ${blocId} AND b.period && ${ofYear(year)}) ORDER BY m.id`)
  return rows.map(({ member }) => member)
}

type YearRow = Pick<EditorialBlocYear, 'blocId' | 'year' | 'status' | 'legalBasis'>

/** Puts the results in the place of all that were there, and the year in its next version. */
export async function replaceYear(
  tx: Db,
  { blocId, year, status, legalBasis }: YearRow,
  results: Omit<BlocResult, 'name'>[],
): Promise<void> {
  await tx
    .insert(blocYears)
    .values({ blocId, year, status, legalBasis })
    .onConflictDoUpdate({
      target: [blocYears.blocId, blocYears.year],
      set: { status, legalBasis, version: sql`${blocYears.version} + 1` },
    })
  await tx.delete(blocResults).where(and(eq(blocResults.blocId, blocId), eq(blocResults.year, year)))
  if (results.length === 0) return
  const scoreOf = (score: number | null) => (score === null ? null : String(score))
  await tx.insert(blocResults).values(
    results.map(({ unitId, self, bloc, final, rank, note }) => ({
      ...{ blocId, year, unitId, rank, note },
      ...{ selfScore: scoreOf(self), blocScore: scoreOf(bloc), finalScore: scoreOf(final) },
    })),
  )
}
