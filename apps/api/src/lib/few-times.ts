import { ProblemError } from '../errors.ts'

interface Limit {
  most: number
  /** Milliseconds. */
  within: number
  now?: () => number
}

/**
 * Counts what somebody does, in this process: called once more than `most` times within the span, it throws `too_many_requests` with
 * how long to wait. What is refused is not counted.
 */
export function fewTimes({ most, within, now = Date.now }: Limit): (who: string) => void {
  const times = new Map<string, number[]>()
  return (who) => {
    const since = now() - within
    for (const [key, all] of times) if ((all.at(-1) ?? 0) <= since) times.delete(key)
    const recent = (times.get(who) ?? []).filter((time) => time > since)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= most) throw new ProblemError('too_many_requests', {}, Math.ceil((oldest - since) / 1000))
    times.set(who, [...recent, now()])
  }
}
