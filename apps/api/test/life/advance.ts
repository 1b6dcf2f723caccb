import { headOf, isShown, policyOf } from './facts.ts'
import { isForced, publishesDraft } from './model.ts'
import type { Event, Life, PersonName, Revision, Step } from './types.ts'

/** What the article is after an accepted step. `fresh` is a text that nothing had before. */
export function advance(life: Life, step: Step, fresh: string): Life {
  const after = structuredClone(life)
  const isChange = makeChange(after, step, fresh)
  if (!isChange) return life
  if (step.verb !== 'assign') after.version += 1
  const action = `article.${step.verb === 'autosave' ? 'edit' : step.verb}`
  after.audit.push({ action, version: after.version, actor: step.actor })
  return after
}

/** What the article is after the clock reached what was planned. */
export function advanceByClock(life: Life, event: Exclude<Event, 'aDay'>): Life {
  const after = structuredClone(life)
  if (event === 'publishDue') {
    const { kind = 'major', until } = life.schedule ?? { until: false }
    if (until) after.plannedWithdrawal = 'planned'
    addEdition(after, kind)
    after.forced = false
  } else leave(after, 'withdrawn', 'put', 'withdrawn')
  after.version += 1
  after.audit.push({ action: `article.${event}`, version: after.version, actor: 'clock' })
  return after
}

export const isDue = (life: Life, event: Exclude<Event, 'aDay'>): boolean =>
  event === 'publishDue'
    ? life.work === 'scheduled' && !life.isTakenDownSince
    : life.plannedWithdrawal !== null && life.shown === 'published'

/** Changes the article; false when an accepted step changed nothing. */
function makeChange(life: Life, step: Step, fresh: string): boolean {
  switch (step.verb) {
    case 'edit':
    case 'autosave':
      return write(life, step.actor, { ...headOf(life), ...changed(step.change, fresh) }, 'in place')
    case 'restore':
      return write(life, step.actor, life.revisions[step.revision - 1] as Revision, 'as the next')
    case 'publish':
      return publish(life, step)
    case 'unschedule':
      return unschedule(life)
    case 'hold':
      if (life.shown === 'held') life.hold = { reason: step.reason, isFresh: life.hold?.isFresh ?? false }
      else hold(life, step.reason)
      return true
    case 'redact':
      return redact(life, step.editions)
    case 'assign':
      life.assignee = step.to
      return true
    case 'duplicate':
      return false
    default:
      return move(life, step)
  }
}

function move(life: Life, step: Step): boolean {
  const { work } = life
  if (step.verb === 'submit' || step.verb === 'schedule' || step.verb === 'approve') headOf(life).sealed = true
  if (step.verb === 'submit') life.work = 'in_review'
  if (step.verb === 'recall' || step.verb === 'return') Object.assign(life, { work: 'draft', isApproved: false })
  if (step.verb === 'approve' && work === 'none') life.forced = false
  if (step.verb === 'approve' && work !== 'none') Object.assign(life, { work: 'approved', isApproved: true })
  if (step.verb === 'schedule')
    Object.assign(life, {
      work: 'scheduled',
      schedule: { kind: step.edition.kind, until: step.times === 'until' },
      isTakenDownSince: false,
    })
  if (step.verb === 'putBack') leave(life, 'published', 'put', 'put_back', 'plan stays')
  if (step.verb === 'withdraw') leave(life, 'withdrawn', 'put', 'withdrawn')
  if (step.verb === 'redirect') leave(life, 'redirected', 'delete', 'redirected')
  if (step.verb === 'remove') leave(life, 'removed', 'delete', 'removed')
  if (step.verb === 'remove') life.removal = step.answer
  if (step.verb === 'delete') life.exists = false
  return true
}

function changed(change: 'title' | 'sapo' | 'no sapo' | 'nothing', fresh: string): Partial<Revision> {
  return { title: { title: fresh }, sapo: { sapo: fresh }, 'no sapo': { sapo: null }, nothing: {} }[change]
}

/** Over the writer's own open revision; else that is sealed and stays, and the next one begins. */
function write(life: Life, writer: PersonName, content: Revision, how: 'in place' | 'as the next'): boolean {
  const head = headOf(life)
  const words = ({ title, sapo, isWhole }: Revision) => JSON.stringify([title, sapo, isWhole])
  if (words(head) === words(content)) return false
  const next = { ...content, writer, sealed: false, redacted: false }
  if (how === 'in place' && head.writer === writer && !head.sealed) life.revisions.splice(-1, 1, next)
  else {
    head.sealed = true
    life.revisions.push(next)
  }
  if (life.work !== 'in_review') Object.assign(life, { work: 'draft', isApproved: false })
  return true
}

function publish(life: Life, step: Extract<Step, { verb: 'publish' }>): boolean {
  const forced = isForced(life, step)
  const isMinorAlone = publishesDraft(life, step) && policyOf(life) !== 'direct'
  if (step.cameOut === 'past') life.isBackdated = true
  addEdition(life, step.edition.kind ?? 'major')
  if (!isMinorAlone) life.forced = forced
  return true
}

function addEdition(life: Life, kind: 'major' | 'minor' | 'correction'): void {
  headOf(life).sealed = true
  const isFirst = life.editions.length === 0
  life.editions.push({ kind, revision: life.revisions.length, redacted: false })
  Object.assign(life, { work: 'none', isApproved: false, schedule: null })
  leave(life, 'published', 'put', isFirst ? 'published' : kind === 'major' ? 'updated' : kind, 'plan stays')
}

function leave(life: Life, shown: Life['shown'], action: 'put' | 'delete', reason: string, plan?: 'plan stays'): void {
  const isTakenDownSince = ['held', 'redirected', 'removed'].includes(shown) && life.work === 'scheduled'
  Object.assign(life, { shown, hold: null, removal: null, isTakenDownSince })
  if (plan === undefined) life.plannedWithdrawal = null
  life.feed.push({ action, reason, edition: life.editions.length, replacedBy: shown === 'redirected' })
}

function hold(life: Life, reason: string | null): void {
  leave(life, 'held', 'delete', 'held', 'plan stays')
  life.hold = { reason: reason?.trim() ? reason : null, isFresh: true }
}

function unschedule(life: Life): boolean {
  if (life.work === 'scheduled') Object.assign(life, { work: life.isApproved ? 'approved' : 'draft', schedule: null })
  else life.plannedWithdrawal = null
  return true
}

function redact(life: Life, numbers: number[]): boolean {
  const remaining = numbers.filter((number) => life.editions[number - 1]?.redacted === false)
  let emptied = 0
  for (const number of numbers) {
    const edition = life.editions[number - 1]
    const from = life.editions[number - 2]?.revision ?? 0
    const to = Math.max(edition?.revision ?? 0, (life.editions[number]?.revision ?? life.revisions.length) - 1)
    for (const revision of life.revisions.slice(from, to)) {
      if (!revision.redacted) emptied += 1
      Object.assign(revision, { title: '', sapo: null, isWhole: false, redacted: true })
    }
    if (edition) edition.redacted = true
  }
  const action = isShown(life) ? 'put' : 'delete'
  if (remaining.length > 0) life.feed.push({ action, reason: 'personal_data', edition: life.editions.length, replacedBy: false })
  return remaining.length + emptied > 0
}
