import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'

/** How an attempt ended: acknowledged, refused, or nobody knows, because whoever was asked is gone. */
export type Outcome = 'ok' | 'fail' | 'unknown'

/** What was tried, with which end; `id` of what it was to make. */
export interface Attempt {
  id: string
  node: number
  outcome: Outcome
}

export interface History {
  write(attempt: Attempt): void
  /** Nothing more comes: what was acknowledged, what was attempted, and how many attempts had which end. */
  close(): Promise<{ acknowledged: Set<string>; attempted: Set<string>; counts: Record<Outcome, number> }>
}

/** A line of JSON for each attempt, in a file. */
export function openHistory(path: string): History {
  const lines = createWriteStream(path)
  return {
    write: (attempt) => void lines.write(`${JSON.stringify(attempt)}\n`),
    close: async () => {
      await finished(lines.end())
      const [acknowledged, attempted] = [new Set<string>(), new Set<string>()]
      const counts = { ok: 0, fail: 0, unknown: 0 }
      for await (const line of createInterface({ input: createReadStream(path) })) {
        const { id, outcome } = JSON.parse(line) as Attempt
        attempted.add(id)
        if (outcome === 'ok') acknowledged.add(id)
        counts[outcome] += 1
      }
      return { acknowledged, attempted, counts }
    },
  }
}
