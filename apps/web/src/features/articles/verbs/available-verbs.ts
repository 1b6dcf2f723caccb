import type { EditorialArticleCard } from '@bantin/shared/editorial-articles'
import { moves, nextStates, type States, type Verb, verbs } from '@bantin/shared/lifecycle'
import { type Actor, can } from '@bantin/shared/permissions'

/** What decides about the verbs: the article's states and whose it is. */
export type VerbSubject = Pick<EditorialArticleCard, 'workState' | 'publicState' | 'unitPath' | 'createdBy'>

/**
 * The verbs that this person may use on the article now. Unsaved text counts as saved: publishing saves first.
 * The API decides again; this only hides what it would refuse.
 */
export function availableVerbs(actor: Actor, subject: VerbSubject, unsaved: boolean): Verb[] {
  const states: States = (unsaved && nextStates(subject, 'edit')) || subject
  return verbs.filter((verb) => can(actor, moves[verb].action, subject) && nextStates(states, verb) !== null)
}
