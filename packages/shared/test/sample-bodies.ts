import { Ajv } from 'ajv'
import fc from 'fast-check'
import { Body } from '../src/body.ts'
import { arbitraryBody } from './arbitrary-body.ts'

/** Bodies of everything that the contract takes, the same ones for the same seed; for tests that run outside of this package. */
export function sampleBodies(count: number, seed: number): Body[] {
  return fc.sample(arbitraryBody, { numRuns: count, seed })
}

const isBody = new Ajv({ allowUnionTypes: true, verbose: true }).compile(Body)

/** What the contract finds wrong with a body; nothing when it takes it. */
export function bodyProblems(body: unknown): string[] {
  return isBody(body) ? [] : (isBody.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
