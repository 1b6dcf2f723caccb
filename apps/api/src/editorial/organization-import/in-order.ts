import { addProblem } from './lines.ts'
import type { UnitPlan } from './plan-units.ts'

/**
 * The units in steps: what a line names as its parent stands in a step before it, wherever its own line stands. Units that would stand above
 * themselves are in none and have a problem.
 */
export function inOrder(plans: UnitPlan[]): UnitPlan[][] {
  const byId = new Map(plans.filter(({ line }) => line.problems.length === 0).map((plan) => [plan.id, plan]))
  const depths = new Map<string, number>()
  const above = (plan: UnitPlan) => (plan.parentId === undefined ? undefined : byId.get(plan.parentId))
  for (const plan of byId.values()) {
    const way: UnitPlan[] = []
    const onWay = new Set<string>()
    let at: UnitPlan | undefined = plan
    while (at && !depths.has(at.id) && !onWay.has(at.id)) {
      onWay.add(at.id)
      way.push(at)
      at = above(at)
    }
    const isRound = at !== undefined && onWay.has(at.id)
    let depth = isRound ? Number.NaN : at ? (depths.get(at.id) ?? 0) + 1 : 0
    for (const one of way.toReversed()) depths.set(one.id, depth++)
  }
  const steps: UnitPlan[][] = []
  for (const plan of byId.values()) {
    const depth = depths.get(plan.id) ?? 0
    if (Number.isNaN(depth)) {
      addProblem(plan.line, 'parent', 'unit_parents_no_cycle', 'In this table it stands, by way of others, below itself.')
    } else {
      const step = steps[depth] ?? []
      step.push(plan)
      steps[depth] = step
    }
  }
  return steps
}
