import type { Validity } from '../lib/validity.ts'
import type { DeliveryDb } from './client.ts'

/** Reads for one answer, and notes of what generation it is: of the oldest of all that was read. */
export interface NotedReads extends DeliveryDb {
  validity(): Validity | undefined
  /** Takes over what somebody else has read for the same answer; what is stale makes all of it stale. */
  note(validity: Validity | 'stale'): void
  isStale(): boolean
}

/** The generation of this moment. */
export async function readGeneration(db: DeliveryDb): Promise<number> {
  const { rows } = await db.query<{ generation: number }>('SELECT generation FROM published.validity')
  return rows[0]?.generation ?? 0
}

interface Asked {
  /** Without one it is planned anew each time. */
  name?: string
  text: string
  values: unknown[]
}

interface NotedRow {
  ':generation': number
  ':seconds': number
  ':found': true | null
}

/** For one answer. Generation and data come out of one statement, thus of one moment. */
export function noteReads(db: DeliveryDb): NotedReads {
  let noted: Validity | undefined
  let isStale = false
  const note: NotedReads['note'] = (validity) => {
    if (validity === 'stale') isStale = true
    else noted = lesser(noted ?? validity, validity)
  }
  const query = async ({ name, text, values }: Asked) => {
    const asked = name === undefined ? { text: withValidity(text) } : { name: `${name} noted`, text: known(name, text) }
    const { rows } = await db.query<NotedRow>({ ...asked, values })
    for (const { ':generation': generation, ':seconds': seconds } of rows.slice(0, 1)) note({ generation, seconds })
    return { rows: rows.filter((row) => row[':found']) }
  }
  return { query: query as unknown as DeliveryDb['query'], note, isStale: () => isStale, validity: () => (isStale ? undefined : noted) }
}

function lesser(one: Validity, other: Validity): Validity {
  return { generation: Math.min(one.generation, other.generation), seconds: Math.min(one.seconds, other.seconds) }
}

const texts = new Map<string, string>()

function known(name: string, text: string): string {
  const noted = texts.get(name) ?? withValidity(text)
  texts.set(name, noted)
  return noted
}

/** A row comes back also when the statement has none: that too is of a generation. */
function withValidity(text: string): string {
  return `SELECT v.generation AS ":generation", v.seconds AS ":seconds", q.* FROM published.validity v
    LEFT JOIN LATERAL (SELECT true AS ":found", t.* FROM (${text}) t) q ON true`
}
