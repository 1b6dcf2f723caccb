import type { EditorialUnit, UnitPatch } from '@bantin/shared/editorial-units'
import type { FieldError } from '@bantin/shared/errors'
import { can } from '@bantin/shared/permissions'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { compareLists } from '../../lib/compare-lists.ts'
import { areSameDays, faultsOfDays } from '../../lib/periods.ts'
import { findUnitPaths } from '../unit-paths.repository.ts'

/** Passes for whoever may make a unit there: below another one, or at the root. Throws `forbidden`, `unknown_reference`. */
export async function requireMayCreate(tx: Db, actor: ActingPerson, parentId: string | null): Promise<void> {
  if (parentId === null) {
    await requireSitePermission(tx, actor, 'units.change')
    return
  }
  await requireParents(tx, actor, [{ parentId, pointer: '/parentId' }])
}

/** Passes where the code and its list are both there, or neither. Throws `invalid_request`. */
export function requireCode({ codeScheme = null, code = null }: { codeScheme?: string | null; code?: string | null }): void {
  if ((codeScheme === null) === (code === null)) return
  const [name, message] = code === null ? ['code', 'Send the code too.'] : ['codeScheme', 'Say in which list the code stands.']
  throw fieldProblem('invalid_request', { in: 'body', pointer: `/${name}`, code: 'missing', message })
}

/** Passes where no list has days that end before they begin. Throws `invalid_request` with every place. */
export function requireDays({ names = [], parents = [] }: UnitPatch): void {
  const faults: FieldError[] = [
    ...names.flatMap((one, at) => faultsOfDays(one, `/names/${at}`)),
    ...parents.flatMap((one, at) => faultsOfDays(one, `/parents/${at}`)),
  ]
  if (faults.length > 0) throw fieldProblem('invalid_request', ...faults)
}

/** Which names come and go. */
export function comparedNames(kept: EditorialUnit, names: UnitPatch['names'] = kept.names) {
  return compareLists(
    kept.names,
    names,
    (one, other) => one.name === other.name && one.shortName === (other.shortName ?? null) && areSameDays(one, other),
  )
}

/**
 * Which parents come and go: each has to be the actor's to give, or whoever administers one unit would take it out of the hands of those who
 * administer what is above it. Throws `forbidden`, `unknown_reference`.
 */
export async function comparedParents(tx: Db, actor: ActingPerson, kept: EditorialUnit, parents: UnitPatch['parents'] = kept.parents) {
  const sent = parents.map((one, at) => ({ ...one, pointer: `/parents/${at}/parentId` }))
  const { gone, added } = compareLists(kept.parents, sent, (one, other) => one.parentId === other.parentId && areSameDays(one, other))
  await requireParents(tx, actor, [...gone.map((one) => ({ ...one, pointer: '/parents' })), ...added])
  return { gone, added }
}

async function requireParents(tx: Db, actor: ActingPerson, parents: { parentId: string; pointer: string }[]): Promise<void> {
  const paths = await findUnitPaths(
    tx,
    parents.map(({ parentId }) => parentId),
  )
  const mayChange = ({ parentId }: { parentId: string }) => can(actor, 'units.change', { unitPath: paths.get(parentId) ?? [] })
  if (!parents.every(mayChange)) throw new ProblemError('forbidden')
  const unknown = parents.filter(({ parentId }) => !paths.has(parentId))
  if (unknown.length === 0) return
  throw fieldProblem(
    'unknown_reference',
    ...unknown.map(({ pointer }) => ({ in: 'body' as const, pointer, code: 'unknown', message: 'There is no such unit.' })),
  )
}
