import type { Db } from '../../db/client.ts'
import { changePart } from '../../publication/change-organization.ts'
import { addProblem, type Problem } from './lines.ts'

interface Lined {
  line: { problems: Problem[] }
}

/** So many are taken at once at the most. */
const together = 500

/**
 * Takes all that can be taken, many at once: where the organization refuses some, they are halved until the line stands alone that it
 * refuses, which gets its reason. Calls `taken` for what is kept together.
 */
export async function takeInParts<T extends Lined>(
  tx: Db,
  plans: T[],
  take: (part: Db, plans: T[]) => Promise<void>,
  taken: (part: T[]) => void,
) {
  for (let at = 0; at < plans.length; at += together) await takePart(plans.slice(at, at + together))

  async function takePart(part: T[]): Promise<void> {
    const problem = await changePart(tx, (within) => take(within, part))
    const [plan] = part
    if (!problem) {
      taken(part)
    } else if (plan && part.length === 1) {
      const [fault] = problem.extra.errors ?? []
      addProblem(plan.line, fieldOf(fault?.pointer), fault?.code ?? problem.code, fault?.message ?? problem.message)
    } else {
      const half = Math.ceil(part.length / 2)
      await takePart(part.slice(0, half))
      await takePart(part.slice(half))
    }
  }
}

/** What a rule of the organization is about, as tables call it. */
function fieldOf(pointer: string | undefined): string | null {
  const name = pointer?.slice(1)
  return name === 'names' ? 'from' : name === 'parents' ? 'parent' : (name ?? null)
}
