import type { BlocPatch, EditorialBloc } from '@bantin/shared/editorial-blocs'
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { blocMembers, blocTerms } from '../../db/schema/blocs.ts'
import { units } from '../../db/schema/units.ts'
import { type Days, periodOf } from '../../lib/periods.ts'

/** The bloc with all its members and terms; undefined for a unit that is none. */
export async function findBloc(db: Db, id: string): Promise<EditorialBloc | undefined> {
  const { rows } = await db.execute<{ bloc: EditorialBloc }>(sql`
    SELECT json_build_object('id', u.id, 'version', u.version, 'name', (published.unit_name(u.id, published.today())).name,
      'unitPath', unit_path(u.id),
      'members', coalesce((
        SELECT json_agg(json_build_object('unitId', b.unit_id, 'name', n.name, 'from', lower(b.period), 'through', upper(b.period) - 1)
          ORDER BY n.name COLLATE "vi-x-icu", b.unit_id, b.period)
        FROM bloc_members b CROSS JOIN LATERAL published.unit_name(b.unit_id, published.today()) n WHERE b.bloc_id = u.id), '[]'),
      'terms', coalesce((
        SELECT json_agg(json_build_object('year', t.year, 'unitId', t.unit_id, 'name', n.name, 'role', t.role, 'status', t.status,
          'decisionNo', t.decision_no) ORDER BY t.year DESC, t.role DESC, t.status, n.name COLLATE "vi-x-icu", t.unit_id)
        FROM bloc_terms t CROSS JOIN LATERAL published.unit_name(t.unit_id, make_date(t.year, 12, 31)) n WHERE t.bloc_id = u.id), '[]')) AS bloc
    FROM units u WHERE u.id = ${id} AND u.kind = 'bloc'`)
  return rows[0]?.bloc
}

/** Keeps others from changing the bloc until the transaction ends. */
export async function lockBloc(tx: Db, id: string): Promise<void> {
  await tx.select({ id: units.id }).from(units).where(eq(units.id, id)).for('update')
}

/** The next version of the bloc. */
export async function growVersion(tx: Db, id: string): Promise<void> {
  await tx
    .update(units)
    .set({ version: sql`${units.version} + 1` })
    .where(eq(units.id, id))
}

type Member = Days & { unitId: string }

/** Takes members away, then adds others. */
export async function changeMembers(tx: Db, blocId: string, gone: Member[], added: Member[]): Promise<void> {
  const rows = gone.map((one) => and(eq(blocMembers.unitId, one.unitId), eq(blocMembers.period, periodOf(one))))
  if (rows.length > 0) await tx.delete(blocMembers).where(and(eq(blocMembers.blocId, blocId), or(...rows)))
  const inserted = added.map(({ unitId, ...days }) => ({ id: uuidv7(), blocId, unitId, period: periodOf(days) }))
  if (inserted.length > 0) await tx.insert(blocMembers).values(inserted)
}

type Term = NonNullable<BlocPatch['terms']>[number]

/** The same of terms. */
export async function changeTerms(tx: Db, blocId: string, gone: Term[], added: Term[]): Promise<void> {
  const rows = gone.map(({ year, unitId }) => and(eq(blocTerms.year, year), eq(blocTerms.unitId, unitId)))
  if (rows.length > 0) await tx.delete(blocTerms).where(and(eq(blocTerms.blocId, blocId), or(...rows)))
  if (added.length > 0) await tx.insert(blocTerms).values(added.map((term) => ({ id: uuidv7(), blocId, ...term })))
}

/** Those of these units that there are. */
export async function findKnownUnits(tx: Db, ids: string[]): Promise<Set<string>> {
  const rows = await tx.select({ id: units.id }).from(units).where(inArray(units.id, ids))
  return new Set(rows.map(({ id }) => id))
}
