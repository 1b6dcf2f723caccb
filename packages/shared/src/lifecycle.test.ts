import { describe, expect, test } from 'vitest'
import {
  findMove,
  firstVerbNeeded,
  publicStates,
  type Situation,
  type States,
  type Verb,
  verbs,
  verbTable,
  workStates,
} from './lifecycle.ts'
import { publishingPolicies } from './permissions.ts'

/** From which states to which, as "a, b → c" or "a, b stay". Absent: any, unchanged. */
interface Line {
  work?: string
  public?: string
  if?: (situation: Situation) => boolean | undefined
}

const anyToPublished = 'none, published, held, withdrawn, redirected, removed → published'
const contentChange: Line[] = [
  { work: 'none, draft, approved → draft' },
  // A reviewer mends what he is to judge; its author takes it back first.
  { work: 'in_review stay', if: ({ isAuthor }) => !isAuthor },
]

/** Readable as the specification: what each verb makes of the two states. What no line says is refused. */
const specification: Record<Verb, Line[]> = {
  edit: contentChange,
  restore: contentChange,
  submit: [{ work: 'draft → in_review' }],
  recall: [{ work: 'in_review → draft' }],
  return: [{ work: 'in_review, approved → draft' }],
  approve: [{ work: 'in_review → approved' }, { work: 'none stay', if: ({ isUnreviewed }) => isUnreviewed }],
  publish: [
    { work: 'approved → none', public: anyToPublished },
    { work: 'draft → none', public: anyToPublished, if: ({ policy }) => policy === 'direct' },
    { work: 'draft → none', public: anyToPublished, if: ({ isMinorDirect }) => isMinorDirect },
    { work: 'draft, in_review → none', public: anyToPublished, if: ({ policy, isForced }) => policy === 'review' && isForced },
  ],
  // What people took down after they had scheduled it, people put back.
  publishDue: [{ work: 'scheduled → none', public: anyToPublished, if: ({ isTakenDownSince }) => !isTakenDownSince }],
  schedule: [{ work: 'approved → scheduled' }, { work: 'draft → scheduled', if: ({ policy }) => policy === 'direct' }],
  unschedule: [
    { work: 'scheduled → approved', if: ({ isApproved }) => isApproved },
    { work: 'scheduled → draft', if: ({ isApproved }) => !isApproved },
    {
      work: 'none, draft, in_review, approved stay',
      public: 'published, held stay',
      if: ({ hasPlannedWithdrawal }) => hasPlannedWithdrawal,
    },
  ],
  hold: [{ public: 'published, withdrawn → held' }, { public: 'held stay', if: ({ lacksHoldReason }) => lacksHoldReason }],
  putBack: [{ public: 'held, withdrawn, redirected, removed → published', if: ({ isRedacted }) => !isRedacted }],
  withdraw: [{ public: 'published, held → withdrawn', if: ({ isRedacted }) => !isRedacted }],
  withdrawDue: [{ public: 'published → withdrawn' }],
  redirect: [{ public: 'published, held, withdrawn → redirected' }],
  remove: [{ public: 'published, held, withdrawn, redirected → removed' }],
  redact: [{ public: 'published, held, withdrawn, redirected, removed stay' }],
  delete: [{ work: 'draft stay', public: 'none stay' }],
}

const flags = [
  'isAuthor',
  'isApproved',
  'isUnreviewed',
  'isRedacted',
  'lacksHoldReason',
  'hasPlannedWithdrawal',
  'isForced',
  'isMinorDirect',
  'isTakenDownSince',
] as const

/** Every pair of states under every policy, with every set of conditions. */
function* situations(): Generator<Situation> {
  for (const workState of workStates) {
    for (const publicState of publicStates) {
      for (const policy of publishingPolicies) {
        for (let bits = 0; bits < 2 ** flags.length; bits++) {
          yield { workState, publicState, policy, ...Object.fromEntries(flags.map((flag, i) => [flag, (bits >> i) % 2 === 1])) }
        }
      }
    }
  }
}

function after(line: string | undefined, state: string): string | undefined {
  if (line === undefined) return state
  const [from = '', to] = line.replace(/ stay$/, '').split(' → ')
  return from.split(', ').includes(state) ? (to ?? state) : undefined
}

/** "draft none", or "refused". */
function specified(situation: Situation, verb: Verb): string {
  const outcomes = specification[verb].flatMap((line) => {
    const [work, shown] = [after(line.work, situation.workState), after(line.public, situation.publicState)]
    return work && shown && (line.if === undefined || line.if(situation)) ? [`${work} ${shown}`] : []
  })
  return outcomes[0] ?? 'refused'
}

function found(situation: Situation, verb: Verb): string {
  const { states } = findMove(situation, verb) ?? {}
  return states ? `${states.workState} ${states.publicState}` : 'refused'
}

describe('findMove()', () => {
  test('knows the verbs of the specification, and no other', () => expect(verbs).toEqual(Object.keys(specification)))

  test.each(verbs)('%s is allowed exactly where the specification says, and leads where it says', (verb) => {
    const allowed = new Set<string>()
    for (const situation of situations()) {
      const outcome = specified(situation, verb)
      if (found(situation, verb) !== outcome) expect({ ...situation, outcome: found(situation, verb) }).toEqual({ ...situation, outcome })
      allowed.add(outcome)
    }
    expect(allowed.size).toBeGreaterThan(1)
  })

  test('a condition that nothing is said about does not hold', () => {
    const states: States = { workState: 'draft', publicState: 'published' }
    for (const verb of verbs) {
      const nothing = Object.fromEntries(flags.map((flag) => [flag, false]))
      expect(found({ ...states, policy: 'review' }, verb)).toBe(found({ ...states, policy: 'review', ...nothing }, verb))
    }
  })

  test('answers the move that it made, so that a verb knows by which right', () => {
    const forced = findMove({ workState: 'in_review', publicState: 'none', policy: 'review', isForced: true }, 'publish')
    expect(forced?.move).toEqual(verbTable.publish.moves[3])
  })
})

describe('firstVerbNeeded()', () => {
  test.each(verbs)('%s: only a change of content is told what to do first', (verb) => {
    const needed = workStates.map((workState) => firstVerbNeeded({ workState, publicState: 'none' }, verb))
    const expected = verb === 'edit' || verb === 'restore' ? [null, null, 'recall', null, 'unschedule'] : [null, null, null, null, null]
    expect(needed).toEqual(expected)
  })
})
