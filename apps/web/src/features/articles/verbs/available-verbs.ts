import { findMove, type Move, type Situation, type Verb, verbTable } from '@bantin/shared/lifecycle'
import { type Actor, can, needsSecondPerson } from '@bantin/shared/permissions'
import { type Standing, standingOf, type VerbSubject } from './situation.ts'

interface Rule {
  verb: Verb
  /** What is asked for besides: a publication by force, a minor one. */
  asked?: Partial<Situation>
  /** The move it has to be, where the verb has moves that people see as different things. */
  when?: Move['when']
}

/**
 * What people do with an article here: the verbs that are theirs, those that mean different things in different situations apart.
 * Without `when` it is a move that none of the others with the same verb is.
 */
const rules = {
  edit: { verb: 'edit' },
  submit: { verb: 'submit' },
  recall: { verb: 'recall' },
  approve: { verb: 'approve' },
  approveAfterwards: { verb: 'approve', when: 'published by force' },
  return: { verb: 'return' },
  publish: { verb: 'publish' },
  publishMinor: { verb: 'publish', asked: { isMinorDirect: true }, when: 'a minor edition that needs no second person' },
  publishForced: { verb: 'publish', asked: { isForced: true }, when: 'forced, under review' },
  schedule: { verb: 'schedule' },
  unschedule: { verb: 'unschedule' },
  keepPublic: { verb: 'unschedule', when: 'to call off the planned withdrawal' },
  hold: { verb: 'hold' },
  holdReason: { verb: 'hold', when: 'to give the reason within 24 hours' },
  putBack: { verb: 'putBack' },
  withdraw: { verb: 'withdraw' },
  redirect: { verb: 'redirect' },
  remove: { verb: 'remove' },
  redact: { verb: 'redact' },
  delete: { verb: 'delete' },
} as const satisfies Record<string, Rule>

export type DeskVerb = keyof typeof rules | 'assign' | 'duplicate'

const ruled = Object.entries(rules) as [keyof typeof rules, Rule][]
const apart = new Set(ruled.flatMap(([, { when }]) => (when ? [when] : [])))

/** What this person may do with the article now. The API decides again; this only hides what it would refuse. */
export function availableVerbs(actor: Actor, article: VerbSubject, unsaved: boolean): DeskVerb[] {
  const standing = standingOf(actor, article, unsaved)
  const moves = ruled.filter(([name, rule]) => {
    if (name === 'publishMinor' && !(article.minorDirect && article.edition !== null)) return false
    return can(actor, verbTable[rule.verb].action, standing.subject) && isMove(standing, rule)
  })
  return [...moves.map(([name]) => name), ...handingOn(actor, standing)]
}

/** Whether all that stands in the way of approving is that this person wrote last. */
export function waitsForSecondPerson(actor: Actor, article: VerbSubject, unsaved: boolean): boolean {
  const standing = standingOf(actor, article, unsaved)
  const mightOtherwise = can(actor, 'article.approve', { ...standing.subject, lastWriterId: null })
  return mightOtherwise && needsSecondPerson(actor, standing.subject) && findMove(standing.situation, 'approve') !== null
}

function isMove({ situation }: Standing, { verb, asked, when }: Rule): boolean {
  const found = findMove({ ...situation, ...asked }, verb)
  return found !== null && (when ? found.move.when === when : !(found.move.when && apart.has(found.move.when)))
}

function handingOn(actor: Actor, { subject }: Standing): DeskVerb[] {
  const copies =
    can(actor, 'article.read', subject) && can(actor, 'article.create', { unitPath: subject.unitPath, createdBy: actor.userId })
  return [...(can(actor, 'article.assign', subject) ? (['assign'] as const) : []), ...(copies ? (['duplicate'] as const) : [])]
}
