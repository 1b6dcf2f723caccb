import { can } from '@bantin/shared/permissions'
import type { Reorganization } from '@bantin/shared/reorganizations'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { namedUnits } from './carry-out.ts'
import { findNamed } from './reorganizations.repository.ts'

/**
 * The units that a plan names. Throws `unknown_reference` for one that is not there, `conflict` for one that is not there on that day,
 * `forbidden` where the actor does not change all of them.
 */
export async function requireUnits(tx: Db, actor: ActingPerson, plan: Reorganization): Promise<string[]> {
  const ids = namedUnits(plan)
  const found = await findNamed(tx, ids, plan.on)
  const missing = ids.filter((id) => !found.some((unit) => unit.id === id))
  if (missing.length > 0) {
    const message = `There is no unit ${missing.join(', ')}.`
    throw fieldProblem('unknown_reference', { in: 'body', pointer: '', code: 'unknown', message })
  }
  const isMade = 'into' in plan && [plan.into].flat().some((one) => 'make' in one && one.make.parentId === null)
  const paths = [...found.map(({ path }) => path), ...(isMade ? [[]] : [])]
  if (!paths.every((unitPath) => can(actor, 'units.change', { unitPath }))) throw new ProblemError('forbidden')
  const away = found.filter(({ isThere }) => !isThere)
  if (away.length > 0) {
    throw new ProblemError('conflict', { detail: `Not there on ${plan.on}: ${away.map(({ name }) => name).join(', ')}.` })
  }
  return ids
}
