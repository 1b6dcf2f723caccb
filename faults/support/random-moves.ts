import { ProblemError } from '../../apps/api/src/errors.ts'
import { operator } from '../../apps/api/src/lib/acting-person.ts'
import { lockArticles } from '../../apps/api/src/publication/article.ts'
import { appendChanges } from '../../apps/api/src/publication/changes.ts'
import { transition } from '../../apps/api/src/publication/transition.ts'
import type { MovingVerb, VerbInput } from '../../apps/api/src/publication/verbs.ts'
import type { Ground } from './ground.ts'
import { openNewsroom } from './newsroom.ts'

type Made = { [V in MovingVerb]: [V, VerbInput[V]] }[MovingVerb]

/** Makes one move after the other with articles that it publishes itself, and knows how often each verb was made. */
export interface Mover {
  made: Record<string, number>
  move(): Promise<void>
}

/** What the states do not allow is passed over, and another move is made. */
export function openMover(ground: Ground, random: () => number, ids: string[] = []): Mover {
  const newsroom = openNewsroom(ground)
  const made: Record<string, number> = {}
  const pick = <T>(from: T[]): T => from[Math.floor(random() * from.length)] as T
  const choices = (): Made[][] => [
    [
      ['edit', { title: `Lần viết ${random()} <của> "bài" & 'ảnh'` }],
      ['publish', { kind: 'minor' }],
    ],
    [
      ['edit', { title: `Bản đúng ${random()}` }],
      ['publish', { kind: 'correction', correction: { wrong: 'Bảy < sáu', right: 'Tám' } }],
    ],
    [['hold', {}]],
    [['putBack', {}]],
    [['withdraw', { reason: 'Hết hiệu lực' }]],
    [['redirect', { target: pick(ids) }]],
    [['remove', { answer: 'gone', reason: 'Theo yêu cầu' }]],
  ]
  const tryOne = async (): Promise<void> => {
    const name = random() < 0.15 || ids.length < 5 ? 'first' : 'other'
    if (name === 'first') {
      ids.push(await newsroom.publish(`Bài mới ${random()}`))
      made.first = (made.first ?? 0) + 1
      return
    }
    const [id, verbs] = [pick(ids), pick(choices())]
    await makeTogether(ground, id, verbs)
    const [verb] = verbs.at(-1) as Made
    made[verb] = (made[verb] ?? 0) + 1
  }
  return {
    made,
    async move() {
      for (let isMade = false; !isMade; ) {
        isMade = await tryOne().then(
          () => true,
          (error: unknown) => {
            if (error instanceof ProblemError) return false
            throw error
          },
        )
      }
    },
  }
}

/** All of them or none. Throws what the last of them is refused with. */
async function makeTogether({ db }: Ground, id: string, verbs: Made[]): Promise<void> {
  const [first] = verbs
  const others = first?.[0] === 'redirect' ? [first[1].target] : []
  await db.transaction(async (tx) => {
    let article = (await lockArticles(tx, [...new Set([id, ...others])])).find((one) => one.id === id)
    const entries = []
    for (const [verb, input] of verbs) {
      if (!article) throw new Error('no such article')
      const outcome = await transition(tx, article, verb, operator, input)
      article = outcome.article
      entries.push(...outcome.entries)
    }
    await appendChanges(tx, entries)
  })
}
