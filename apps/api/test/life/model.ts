import { headOf, isOwn, isShown, newestEdition, policyOf } from './facts.ts'
import type { Life, Said, Step, Verdict } from './types.ts'
import { permissionVerdict, rank, refused } from './who.ts'

// What the design says of an article's life, written down a second time without the code that is under test.

/** How the step is to be answered, in the order in which problems are found. */
export function verdictOf(life: Life, step: Step): Verdict {
  return permissionVerdict(life, step) ?? versionVerdict(step) ?? stateVerdict(life, step) ?? contentVerdict(life, step) ?? success(step)
}

const success = ({ verb }: Step): Verdict => ({ code: null, status: verb === 'duplicate' ? 201 : verb === 'delete' ? 204 : 200 })

function versionVerdict({ verb, version }: Step): Verdict | undefined {
  if (verb === 'duplicate' || version === 'right') return undefined
  return version === 'none' ? refused(428, 'version_required') : refused(412, 'version_stale')
}

function stateVerdict(life: Life, step: Step): Verdict | undefined {
  const changesContent = step.verb === 'edit' || step.verb === 'autosave' || step.verb === 'restore'
  if (changesContent && life.work === 'in_review' && isOwn(life, step.actor)) return refused(409, 'recall_first')
  if (changesContent && life.work === 'scheduled') return refused(409, 'unschedule_first')
  return isPossible(life, step) ? undefined : refused(409, 'move_not_allowed')
}

function isPossible(life: Life, step: Step): boolean {
  const { work, shown } = life
  const isEmptied = newestEdition(life)?.redacted === true
  switch (step.verb) {
    case 'submit':
      return work === 'draft'
    case 'recall':
      return work === 'in_review'
    case 'return':
      return work === 'in_review' || work === 'approved'
    case 'approve':
      return work === 'in_review' || (work === 'none' && life.forced)
    case 'publish':
      return work === 'approved' || publishesDraft(life, step) || isForced(life, step)
    case 'schedule':
      return work === 'approved' || (work === 'draft' && policyOf(life) === 'direct')
    case 'unschedule':
      return work === 'scheduled' || life.plannedWithdrawal !== null
    case 'hold':
      return shown === 'published' || shown === 'withdrawn' || mayGiveReason(life, step.reason)
    case 'putBack':
      return ['held', 'withdrawn', 'redirected', 'removed'].includes(shown) && !isEmptied
    case 'withdraw':
      return ['published', 'held'].includes(shown) && !isEmptied
    case 'redirect':
      return ['published', 'held', 'withdrawn'].includes(shown)
    case 'remove':
      return ['published', 'held', 'withdrawn', 'redirected'].includes(shown)
    case 'redact':
      // What readers are being shown cannot be emptied under their eyes.
      return shown !== 'none' && !(isShown(life) && step.editions.includes(life.editions.length))
    case 'delete':
      return work === 'draft' && shown === 'none'
    default:
      return true
  }
}

const mayGiveReason = ({ hold }: Life, reason: string | null) =>
  hold !== null && hold.reason === null && hold.isFresh && Boolean(reason?.trim())

type Publishing = Extract<Step, { verb: 'publish' }>

/** Without a second person: under `direct`, or a minor edition where the site lets publishers do that alone. */
export function publishesDraft(life: Life, { edition }: Publishing): boolean {
  const isMinor = life.minorDirect && edition.kind === 'minor' && life.editions.length > 0
  return life.work === 'draft' && (policyOf(life) === 'direct' || isMinor)
}

export function isForced(life: Life, step: Publishing): boolean {
  const isOpen = life.work === 'draft' || life.work === 'in_review'
  return isOpen && policyOf(life) === 'review' && step.force && !publishesDraft(life, step)
}

function contentVerdict(life: Life, step: Step): Verdict | undefined {
  const unknown = refused(422, 'unknown_reference')
  const notReady = refused(422, 'not_publishable')
  if (step.verb === 'duplicate') return headOf(life).redacted ? refused(409, 'conflict') : undefined
  if (step.verb === 'restore') {
    const revision = life.revisions[step.revision - 1]
    return revision && !revision.redacted ? undefined : unknown
  }
  if (step.verb === 'redirect') return step.target === 'published' ? undefined : unknown
  if (step.verb === 'redact') return step.editions.every((number) => number <= life.editions.length) ? undefined : unknown
  if (step.verb === 'assign') return step.to === null || rank[step.to] >= 1 ? undefined : unknown
  if (step.verb === 'schedule')
    return isComplete(life) && fitsKind(life, step.edition) && (step.times === 'fit' || step.times === 'until') ? undefined : notReady
  if (step.verb !== 'publish') return undefined
  const isBackdated = step.cameOut === 'never' || (step.cameOut === 'past' && life.editions.length === 0)
  const isExplained = !isForced(life, step) || Boolean(step.note?.trim())
  return isComplete(life) && fitsKind(life, step.edition) && isBackdated && isExplained ? undefined : notReady
}

function isComplete(life: Life): boolean {
  const { title, sapo, isWhole } = headOf(life)
  return title !== '' && (isWhole || sapo !== null)
}

function fitsKind(life: Life, { kind, corrects }: Said): boolean {
  const fitsNumber = life.editions.length === 0 ? kind === undefined || kind === 'major' : kind !== undefined
  return fitsNumber && (kind === 'correction') === corrects
}
