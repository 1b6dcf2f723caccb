import fc from 'fast-check'
import { advance, isDue } from './advance.ts'
import { verdictOf } from './model.ts'
import { type Event, type Life, type PersonName, type Policy, people, type Step, type WalkedVerb } from './types.ts'

/** Where a walk begins: whose article it is, and who asks for how many people. */
export interface Beginning {
  creator: PersonName
  minorDirect: boolean
  askedBy: 'site' | 'unit' | 'category'
}

export const beginnings: fc.Arbitrary<Beginning> = fc.record({
  creator: fc.constantFrom('reporter', 'editor', 'publisher'),
  minorDirect: fc.boolean(),
  askedBy: fc.constantFrom('site', 'unit', 'category'),
})

/** Mostly with a correction exactly where it belongs. */
const edition = fc
  .tuple(fc.constantFrom(undefined, undefined, 'major' as const, 'major' as const, 'minor' as const, 'correction' as const), fc.nat(7))
  .map(([kind, slip]) => ({ kind, corrects: (kind === 'correction') !== (slip === 7) }))

/** The rest of a step of each verb; numbers of revisions and editions may be beyond what there is. */
const rest: { [V in WalkedVerb]: fc.Arbitrary<Omit<Step & { verb: V }, 'verb' | 'actor' | 'version'>> } = {
  edit: fc.record({ change: fc.constantFrom('title', 'title', 'sapo', 'no sapo', 'nothing') }),
  autosave: fc.record({ change: fc.constantFrom('title', 'sapo', 'nothing') }),
  restore: fc.record({ revision: fc.integer({ min: 1, max: 4 }) }),
  submit: fc.record({ note: fc.constantFrom(null, 'Nhờ anh xem') }),
  approve: fc.record({ note: fc.constantFrom(null, 'Được') }),
  recall: fc.constant({}),
  return: fc.constant({}),
  unschedule: fc.constant({}),
  putBack: fc.constant({}),
  withdraw: fc.constant({}),
  duplicate: fc.constant({}),
  delete: fc.constant({}),
  publish: fc.record({
    edition,
    force: fc.boolean(),
    note: fc.constantFrom('Không thể chờ', 'Không thể chờ', 'Không thể chờ', '  ', null),
    cameOut: fc.constantFrom('never', 'never', 'never', 'never', 'past', 'future'),
  }),
  schedule: fc.record({
    edition,
    times: fc.constantFrom('fit', 'fit', 'fit', 'fit', 'until', 'until', 'until', 'until', 'past', 'until without reason', 'until before'),
  }),
  hold: fc.record({ reason: fc.constantFrom(null, 'Kiểm tra lại', '  ') }),
  redirect: fc.record({ target: fc.constantFrom('published', 'published', 'draft', 'itself', 'missing') }),
  remove: fc.record({ answer: fc.constantFrom('gone', 'vanish') }),
  redact: fc.record({ editions: fc.uniqueArray(fc.constantFrom(1, 1, 1, 2, 2, 3), { minLength: 1, maxLength: 2 }) }),
  assign: fc.record({ to: fc.constantFrom(...people, null) }),
}

/** Mostly people who may do something, mostly with the version that stands. */
const actors = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<PersonName>('publisher', 'otherPublisher', 'admin') },
  { weight: 3, arbitrary: fc.constantFrom<PersonName>('reporter', 'editor') },
  { weight: 1, arbitrary: fc.constantFrom<PersonName>('colleague', 'auditor', 'stranger') },
)
const versions = fc.constantFrom('right' as const, ...Array<'right'>(8).fill('right'), 'stale' as const, 'none' as const)

function stepOf(verb: WalkedVerb): fc.Arbitrary<Step> {
  return fc
    .tuple(actors, versions, rest[verb] as fc.Arbitrary<object>)
    .map(([actor, version, more]) => ({ verb, actor, version, ...more }) as Step)
}

const weights: Partial<Record<WalkedVerb, number>> = {
  edit: 4,
  publish: 6,
  submit: 3,
  approve: 4,
  schedule: 4,
  unschedule: 3,
  redact: 4,
  assign: 1,
  delete: 1,
}
const steps = fc.oneof(...(Object.keys(rest) as WalkedVerb[]).map((verb) => ({ weight: weights[verb] ?? 2, arbitrary: stepOf(verb) })))
const events = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Event>('publishDue', 'withdrawDue') },
  { weight: 1, arbitrary: fc.constant<Event>('aDay') },
)

/** Something that is tried whatever comes of it; or several things, of which the first is done that is allowed and leads on. */
export type Choice = Step | Event | (Step | Event)[]

// Anything at all is mostly refused: only by choosing does a walk get far.
export const walks: fc.Arbitrary<Choice[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.array(fc.oneof({ weight: 8, arbitrary: steps }, { weight: 2, arbitrary: events }), {
        minLength: 2,
        maxLength: 20,
        size: 'max',
      }),
    },
    { weight: 3, arbitrary: steps },
    { weight: 1, arbitrary: events },
  ),
  { minLength: 1, maxLength: 25, size: 'max' },
)

/** What is done of a choice, with the article as it is: first what readers see, then what leads there. */
export function choose(life: Life, choice: Choice): Step | Event {
  if (!Array.isArray(choice)) return choice
  const ranked = choice.map((one) => ({ one, gain: gainOf(life, one) })).sort((a, b) => b.gain - a.gain)
  return ranked[0]?.one ?? 'aDay'
}

function gainOf(life: Life, step: Step | Event): number {
  if (step === 'aDay') return 0
  if (typeof step === 'string') return isDue(life, step) ? 4 : 0
  if (step.verb === 'delete' || verdictOf(life, step).code !== null) return 0
  const after = advance(life, step, 'Chữ mới')
  if (after.feed.length > life.feed.length) return 4
  if (after.work === 'approved' || after.work === 'scheduled') return 3
  return after.work !== life.work || step.verb === 'unschedule' ? 2 : after === life ? 0 : 1
}

export const policies: Policy[] = ['direct', 'review', 'strict']
