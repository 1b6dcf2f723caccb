import { LRUCache } from 'lru-cache'
import { compress, type Encoding } from './compress.ts'
import { digestOf } from './entity-tag.ts'
import { ownBytes } from './own-bytes.ts'
import type { Validity } from './validity.ts'

/** The headers of one form of an answer, names and values in turn, but for those of one request. */
export interface Head {
  /** Its entity tag. */
  tag: string
  whole: string[]
  /** For who has it already. */
  known: string[]
}

/** An answer that may be given to everybody. */
export interface Answer {
  headers: Readonly<Record<string, string>>
  plain: Buffer
  /** Of what its entity tags are made. */
  digest: string
  /** Its compressed forms so far, each made once, when somebody asks for it first. */
  forms: Map<Encoding, Promise<Buffer>>
  /** What goes out before the bytes, for each form that was asked for. */
  heads: Map<Encoding, Head>
  /** Called each time it is given to a reader: of what is counted. */
  whenGiven: (() => void) | undefined
  generation: number
  /** On the clock of `performance.now()`, in milliseconds. */
  madeAt: number
  until: number
}

export interface AnswerCache {
  /** Whether there is room for anything. */
  keepsAny: boolean
  /** The connection on which generations are told: to be taken before one reads, and handed to `keep` after. */
  connection(): number
  /** Whether it can be known at all what is true. */
  isHearing(): boolean
  /** The answer that is true at this moment. */
  find(key: string): Answer | undefined
  /** One that was true within the last hour, and shows nothing that was taken away since. */
  findStale(key: string): Answer | undefined
  /** Keeps an answer, unless something newer is known already. */
  keep(key: string, answer: Answer, connection: number): void
  /** What the database tells: its generation, and whether something was taken away with it. */
  hear(generation: number, isTaken?: boolean): void
  /** The connection came or went: something may have been missed. */
  turn(isConnected: boolean): void
}

/**
 * At the most: text compresses to less than half in both its forms together, and headers and what holds all that take the rest. An address
 * may be much longer than its answer: of a hundred ids that are not there, in percent signs throughout.
 */
const sizeOf = ({ plain }: Answer, key: string) => (plain.length + key.length) * 2 + 2000

const longestStale = 3_600_000

/** At most `maxBytes` of answers; what was asked for least recently goes first. */
export function createAnswerCache(maxBytes: number): AnswerCache {
  const answers = new LRUCache<string, Answer>({ maxSize: Math.max(1, maxBytes), sizeCalculation: sizeOf })
  // Undefined while something may have been missed: then nothing is known to be true.
  let newest: number | undefined
  let connection = { number: 0, isThere: false }
  let takenAt = 0

  const hear: AnswerCache['hear'] = (generation, isTaken = false) => {
    if (connection.isThere) newest = Math.max(newest ?? 0, generation)
    if (isTaken) takenAt = Math.max(takenAt, generation)
  }
  return {
    keepsAny: maxBytes > 0,
    connection: () => connection.number,
    isHearing: () => connection.isThere,
    find(key) {
      const answer = answers.get(key)
      return answer && answer.generation === newest && performance.now() < answer.until ? answer : undefined
    },
    findStale(key) {
      const answer = answers.get(key)
      return answer && answer.generation >= takenAt && performance.now() < answer.madeAt + longestStale ? answer : undefined
    },
    keep(key, answer, readOn) {
      // What was read on this connection is news like any other: after an interruption it is the first.
      if (readOn === connection.number) hear(answer.generation)
      // While nothing is heard it is kept too, for when the database is away.
      if (newest === undefined || answer.generation === newest) answers.set(key, answer)
    },
    hear,
    turn(isThere) {
      connection = { number: connection.number + 1, isThere }
      newest = undefined
    },
  }
}

/** An answer of these bytes, just made, that may be kept. */
export function toAnswer(headers: Answer['headers'], bytes: Buffer, validity: Validity, whenGiven?: Answer['whenGiven']): Answer {
  return { ...passingAnswer(ownBytes(bytes), validity), headers, whenGiven }
}

/** An answer that is given once, with the headers that are on its way. */
export function passingAnswer(plain: Buffer, { generation, seconds }: Validity): Answer {
  const madeAt = performance.now()
  const forms = { digest: digestOf(plain), forms: new Map(), heads: new Map() }
  return { headers: {}, plain, ...forms, whenGiven: undefined, generation, madeAt, until: madeAt + seconds * 1000 }
}

/** The answer's bytes in that encoding. */
export function formOf(answer: Answer, encoding: Encoding): Buffer | Promise<Buffer> {
  if (encoding === 'identity') return answer.plain
  let form = answer.forms.get(encoding)
  if (!form) {
    form = compress(answer.plain, encoding)
    answer.forms.set(encoding, form)
  }
  return form
}
