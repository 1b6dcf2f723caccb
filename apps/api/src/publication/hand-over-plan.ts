import type { HandOverInput } from '@bantin/shared/hand-over'
import { type Actor, type ArticleAction, can, type Subject } from '@bantin/shared/permissions'
import type { Db } from '../db/client.ts'
import { fieldProblem, ProblemError } from '../errors.ts'
import { type ArticleRow, lockArticles } from './article.ts'
import { findOpenLinks, findUnits, findWorkIds, type OpenLink, type PlacedUnit } from './hand-over-rows.ts'

/** What is decided about the articles of a person who leaves. `to` is whoever is given something, with the grants that he has by then. */
export interface ArticleHandOver extends Pick<HandOverInput, 'articles' | 'schedules' | 'links'> {
  from: string
  to: { userId: string; grants: Actor['grants'] } | null
}

export interface HandOverPlan {
  /** What he put on the schedule, to be given or taken off. */
  schedules: ArticleRow[]
  /** What he works on, in whatever state it is. */
  articles: ArticleRow[]
  links: OpenLink[]
}

/** It is all one transaction. What is taken off the schedule is so one by one. */
const [maxAtOnce, maxUnscheduled] = [2000, 100]

/**
 * Locks what the decisions are about, as far as the actor may do it, and asks whether the successor may take it. Throws
 * `unknown_reference` naming the units in which he has no role for it, `conflict` where it is too much.
 */
export async function planHandOver(tx: Db, actor: Actor, choice: ArticleHandOver): Promise<HandOverPlan> {
  const { from, articles, schedules, links } = choice
  const ids = await findWorkIds(tx, from, { work: articles === 'give', schedules: schedules !== 'leave' }, maxAtOnce + 1)
  const locked = await lockArticles(tx, refuseMoreThan(maxAtOnce, ids))
  const open = links === 'leave' ? [] : refuseMoreThan(maxAtOnce, await findOpenLinks(tx, from, maxAtOnce + 1))
  const units = await findUnits(tx, [...new Set([...locked, ...open].map(({ unitId }) => unitId))])
  const within = (action: ArticleAction) => (one: Owned) => can(actor, action, subjectIn(units, one))

  // As they stand now that they are locked.
  const isPlanned = (article: ArticleRow) => schedules !== 'leave' && isScheduledBy(article, from)
  const planned = locked.filter(isPlanned).filter(within('article.publish'))
  if (schedules === 'unschedule') refuseMoreThan(maxUnscheduled, planned)
  const isWork = (article: ArticleRow) => articles === 'give' && isUnderWayFor(article, from)
  const plan = {
    schedules: planned,
    articles: locked.filter(isWork).filter(within('article.assign')),
    links: open.filter(within('article.edit')),
  }
  refuseLackingRoles(choice, plan, units)
  return plan
}

type Owned = Pick<ArticleRow, 'unitId' | 'createdBy' | 'assigneeId'>

function subjectIn(units: Map<string, PlacedUnit>, { unitId, createdBy, assigneeId }: Owned): Subject {
  return { unitPath: units.get(unitId)?.path ?? [unitId], createdBy, assigneeId }
}

function isScheduledBy({ workState, scheduledBy }: ArticleRow, userId: string): boolean {
  return workState === 'scheduled' && scheduledBy === userId
}

/** On the schedule too: it may come back from there, and then somebody has to go on with it. */
function isUnderWayFor({ workState, assigneeId, createdBy }: ArticleRow, userId: string): boolean {
  return workState !== 'none' && (assigneeId ?? createdBy) === userId
}

function refuseMoreThan<T>(most: number, items: T[]): T[] {
  if (items.length <= most) return items
  throw new ProblemError('conflict', { detail: `More than ${most} of a kind cannot be handed over at once.` })
}

const needed = { articles: 'article.edit', schedules: 'article.publish', links: 'article.edit' } as const
const roleFor = { articles: 'that writes', schedules: 'that publishes', links: 'that writes' }

/** He takes over as whoever the article is assigned to. Named are the first units of each part. */
function refuseLackingRoles({ to, ...choice }: ArticleHandOver, plan: HandOverPlan, units: Map<string, PlacedUnit>): void {
  if (!to) return
  const errors = (['articles', 'schedules', 'links'] as const).flatMap((part) => {
    const given: { unitId: string }[] = choice[part] === 'give' ? plan[part] : []
    const unitIds = [...new Set(given.map(({ unitId }) => unitId))]
    const lacking = unitIds.filter((unitId) => {
      return !can(to, needed[part], subjectIn(units, { unitId, createdBy: null, assigneeId: to.userId }))
    })
    return lacking.slice(0, 20).map((unitId) => {
      const name = units.get(unitId)?.name ?? unitId
      const message = `${name}: a role ${roleFor[part]} is needed there.`
      return { in: 'body' as const, name, pointer: `/${part}`, code: 'lacks_role', message }
    })
  })
  if (errors.length > 0) throw fieldProblem('unknown_reference', ...errors)
}
