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

export interface Answer {
  status: number
  headers: Headers
  text: string
}

/** Reads what an answer that is no success says. */
export function errorOf({ status, headers, text }: Answer, address: string): BantinError {
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json')
  return new BantinError(status, address, isProblem ? (JSON.parse(text) as Problem) : undefined)
}
