import type { Problem } from './contract.ts'

/** The portal answered, and not with what was asked for. */
export class BantinError extends Error {
  override name = 'BantinError'
  readonly status: number
  /** From the closed list at `/docs/problems` of the portal; undefined where something between has answered. */
  readonly code: string | undefined
  readonly problem: Problem | undefined

  constructor(status: number, address: string, problem: Problem | undefined) {
    super(`${address} answered ${status}${problem ? ` ${problem.code}: ${problem.detail ?? problem.title}` : ''}`)
    this.status = status
    this.code = problem?.code
    this.problem = problem
  }
}

/** The feed begins anew: empty the mirror, and go on without a cursor. */
export class NewEpochError extends Error {
  override name = 'NewEpochError'
  /** What was asked with. */
  readonly cursor: string

  constructor(cursor: string) {
    super(`The feed has begun anew since the cursor ${cursor}: empty the mirror, and make a first run.`)
    this.cursor = cursor
  }
}

/** Reads what an answer that is no success says. */
export async function errorOf(answer: Response, address: string): Promise<BantinError> {
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json')
  const problem = isProblem ? ((await answer.json().catch(() => undefined)) as Problem | undefined) : undefined
  return new BantinError(answer.status, address, problem)
}
