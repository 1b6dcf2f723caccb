import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { type ActingPerson, clock } from '../../src/lib/acting-person.ts'
import { lockArticles } from '../../src/publication/article.ts'
import { appendChanges } from '../../src/publication/changes.ts'
import { transition } from '../../src/publication/transition.ts'
import { send } from '../factories.ts'
import type { Event, Said, Step } from './types.ts'
import type { Walked, World } from './world.ts'

const missingId = '00000000-0000-7000-8000-000000000000'
export const longAgo = '2011-03-04T05:06:07.000+07:00'
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** Sends the step through the API. `fresh` is a text that nothing had before. */
export async function perform(world: World, { id, life }: Walked, step: Step, fresh: string) {
  const path = step.verb === 'edit' || step.verb === 'delete' ? '' : step.verb === 'putBack' ? '/put-back' : `/${step.verb}`
  const method = ({ edit: 'PATCH', autosave: 'PUT', delete: 'DELETE' } as const)[step.verb as 'edit'] ?? 'POST'
  const body = step.verb === 'delete' ? undefined : bodyOf(world, id, step, fresh)
  const version = step.version === 'right' ? life.version : step.version === 'stale' ? life.version + 3 : undefined
  return await send(world.it, world.people[step.actor], method, `/articles/${id}${path}`, body, version)
}

function bodyOf(world: World, id: string, step: Step, fresh: string): object {
  switch (step.verb) {
    case 'edit':
    case 'autosave':
      return { title: { title: fresh }, sapo: { sapo: fresh }, 'no sapo': { sapo: null }, nothing: {} }[step.change]
    case 'restore':
      return { revision: step.revision }
    case 'submit':
    case 'approve':
      return { note: step.note }
    case 'return':
      return { note: 'Xem lại đoạn hai' }
    case 'withdraw':
      return { reason: 'Hết hiệu lực' }
    case 'publish':
      return { ...said(step.edition), force: step.force, note: step.note, firstPublishedAt: cameOut[step.cameOut] }
    case 'schedule':
      return { ...said(step.edition), ...timesOf(step) }
    case 'hold':
      return { reason: step.reason }
    case 'redirect':
      return { target: { ...world.targets, itself: id, missing: missingId }[step.target] }
    case 'remove':
      return { answer: step.answer, reason: 'Theo yêu cầu' }
    case 'redact':
      return { editions: step.editions, reason: 'Nêu tên trẻ em' }
    case 'assign':
      return { userId: step.to === null ? null : world.people[step.to].userId }
    default:
      return {}
  }
}

const cameOut = { never: null, past: longAgo, future: '2199-01-01T00:00:00Z' }

function said({ kind, corrects }: Said) {
  return { ...(kind && { kind }), ...(corrects && { correction: { wrong: 'Sai', right: 'Đúng' } }) }
}

function timesOf({ times }: Extract<Step, { verb: 'schedule' }>) {
  const untilReason = 'Hết hạn'
  if (times === 'past') return { at: inHours(-1) }
  if (times === 'until before') return { at: inHours(2), until: inHours(1), untilReason }
  if (times === 'until without reason') return { at: inHours(1), until: inHours(2) }
  return { at: inHours(1), ...(times === 'until' && { until: inHours(2), untilReason }) }
}

/** Lets the planned time come by moving it here. */
export async function moveTime({ it }: World, { id }: Walked, event: Event): Promise<void> {
  const { db } = it.database
  const moment = sql`now() - interval '1 minute'`
  if (event === 'publishDue') await db.execute(sql`UPDATE articles SET publish_at = ${moment} WHERE id = ${id} AND publish_at IS NOT NULL`)
  if (event === 'withdrawDue')
    await db.execute(sql`UPDATE articles SET withdraw_at = ${moment} WHERE id = ${id} AND withdraw_at IS NOT NULL`)
  if (event === 'aDay') await db.execute(sql`UPDATE articles SET held_at = held_at - interval '25 hours' WHERE id = ${id}`)
}

/** Does what the clock does; an article that is not due refuses. */
export async function letDue({ it }: World, { id }: Walked, verb: 'publishDue' | 'withdrawDue', isDue: boolean): Promise<void> {
  const running = it.database.db.transaction(async (tx) => {
    for (const article of await lockArticles(tx, [id])) {
      const { entries } = await transition(tx, article, verb, clock satisfies ActingPerson, {})
      await appendChanges(tx, entries)
    }
  })
  await (isDue ? expect(running).resolves.toBeUndefined() : expect(running).rejects.toThrow())
}
