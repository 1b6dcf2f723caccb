import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advance, advanceByClock, isDue } from '../../test/life/advance.ts'
import { checkDelivered, checkLog, checkSealed, checkStored } from '../../test/life/check.ts'
import { verdictOf } from '../../test/life/model.ts'
import { letDue, moveTime, perform } from '../../test/life/perform.ts'
import { type Snapshot, takeSnapshot } from '../../test/life/snapshot.ts'
import { beginnings, type Choice, choose, policies, walks } from '../../test/life/steps.ts'
import type { Event, Step } from '../../test/life/types.ts'
import { begin, createWorld, type Walked, type World } from '../../test/life/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.it.close())

/** One step of somebody: answered as the model says; refused, it changed nothing. */
async function take(walked: Walked, step: Step, before: Snapshot, fresh: string): Promise<Snapshot> {
  const verdict = verdictOf(walked.life, step)
  const answer = await perform(world, walked, step, fresh)
  const { code = null, version, workState, publicState } = answer.body === '' ? {} : answer.json()
  expect({ status: answer.statusCode, code }).toEqual(verdict)
  const after = await takeSnapshot(world, walked)
  if (verdict.code !== null) expect(after).toEqual(before)
  if (verdict.status === 201) expect({ ...after, all: null }).toEqual({ ...before, all: null })
  if (verdict.code !== null) return after
  walked.life = advance(walked.life, step, fresh)
  if (verdict.status !== 200) return after
  expect([answer.headers.etag, version]).toEqual([`"${walked.life.version}"`, walked.life.version])
  if (step.verb !== 'autosave') expect([workState, publicState]).toEqual([walked.life.work, walked.life.shown])
  return after
}

async function happen(walked: Walked, event: Event): Promise<Snapshot> {
  await moveTime(world, walked, event)
  const before = await takeSnapshot(world, walked)
  if (event === 'aDay') {
    if (walked.life.hold) walked.life.hold.isFresh = false
    return before
  }
  const due = isDue(walked.life, event)
  await letDue(world, walked, event, due)
  const after = await takeSnapshot(world, walked)
  if (due) walked.life = advanceByClock(walked.life, event)
  else expect(after).toEqual(before)
  return after
}

/** Walks from the beginning to the end, or to where the article is deleted. */
async function walk(walked: Walked, choices: Choice[], taken: (Step | Event)[]): Promise<void> {
  let stored = await takeSnapshot(world, walked)
  for (const [index, choice] of choices.entries()) {
    const step = choose(walked.life, choice)
    taken.push(step)
    const before = stored
    stored = typeof step === 'string' ? await happen(walked, step) : await take(walked, step, before, `Lần viết ${index}`)
    checkStored(world, walked, stored)
    checkSealed(before, stored)
    await checkDelivered(world, walked)
    if (!walked.life.exists) break
  }
  await checkLog(world)
}

// What fails is printed with its seed and path: give both to fc.assert to walk it again.
test.each(policies)(
  'under %s, whatever anybody does in whatever order is answered as the design says and leaves everything true',
  async (policy) => {
    const property = fc.asyncProperty(beginnings, walks, async (beginning, choices) => {
      const taken: (Step | Event)[] = []
      const walking = walk(await begin(world, policy, beginning), choices, taken)
      await walking.catch((error: unknown) => {
        throw new Error(`the last of these steps went wrong:\n${taken.map((step) => JSON.stringify(step)).join('\n')}`, { cause: error })
      })
    })
    await fc.assert(property, { numRuns: 40, interruptAfterTimeLimit: 100_000 })
  },
  120_000,
)
