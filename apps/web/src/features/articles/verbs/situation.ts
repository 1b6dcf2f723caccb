import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { findMove, type Situation } from '@bantin/shared/lifecycle'
import { type Actor, isAuthor, type PublishingPolicy, type Subject } from '@bantin/shared/permissions'

/** What decides about the verbs: where the article stands and whose it is. */
export type VerbSubject = Pick<
  EditorialArticle,
  | 'workState'
  | 'publicState'
  | 'edition'
  | 'unitPath'
  | 'createdBy'
  | 'assignee'
  | 'lastWriterId'
  | 'policy'
  | 'minorDirect'
  | 'isApproved'
  | 'isRedacted'
  | 'hold'
  | 'plannedWithdrawal'
  | 'unreviewed'
>

/** The same of an article that is not there yet. */
export function newSubject({ userId }: Actor, unitPath: string[], policy: PublishingPolicy): VerbSubject {
  return {
    workState: 'draft',
    publicState: 'none',
    edition: null,
    unitPath,
    createdBy: userId,
    assignee: null,
    lastWriterId: userId,
    policy,
    minorDirect: false,
    isApproved: false,
    isRedacted: false,
    hold: null,
    plannedWithdrawal: null,
    unreviewed: null,
  }
}

/** What permission and moves depend on, for this person and this article. */
export interface Standing {
  subject: Subject
  situation: Situation
}

const reasonMayFollowFor = 24 * 3_600_000

/**
 * Where the article stands for this person. Unsaved text counts as saved, since the verbs about the text save first: then he is its
 * last writer, and an approval is no more.
 */
export function standingOf(actor: Actor, article: VerbSubject, unsaved: boolean): Standing {
  const { workState, publicState, unitPath, createdBy, policy, hold } = article
  const assigneeId = article.assignee?.id ?? null
  const situation: Situation = {
    workState,
    publicState,
    policy,
    isAuthor: isAuthor(actor, { createdBy, assigneeId }),
    isApproved: article.isApproved,
    isUnreviewed: article.unreviewed !== null,
    isRedacted: article.isRedacted,
    lacksHoldReason: hold !== null && hold.reason === null && Date.now() - Date.parse(hold.at) < reasonMayFollowFor,
    hasPlannedWithdrawal: article.plannedWithdrawal !== null,
  }
  const lastWriterId = unsaved ? actor.userId : article.lastWriterId
  const subject = { unitPath, createdBy, assigneeId, lastWriterId, policy }
  const edited = unsaved ? findMove(situation, 'edit') : null
  return { subject, situation: edited ? { ...situation, ...edited.states, isApproved: false } : situation }
}
