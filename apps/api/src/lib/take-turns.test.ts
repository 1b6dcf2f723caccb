import { describe, expect, test } from 'vitest'
import { takeTurns } from './take-turns.ts'

/** Work that runs until it is let go. */
function heldWork() {
  const release: (() => void)[] = []
  const work = () => new Promise<void>((resolve) => release.push(resolve))
  return { started: () => release.length, work, release }
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve))

describe('work that takes turns', () => {
  test('runs so many at once, lets so many wait and refuses the rest at once', async () => {
    const turn = takeTurns({ atOnce: 2, waiting: 3 })
    const { started, work, release } = heldWork()
    const accepted = Array.from({ length: 5 }, () => turn(work))
    expect(started()).toBe(2)
    await expect(turn(work)).rejects.toMatchObject({ code: 'unavailable' })
    for (let done = 0; done < 5; done++) {
      release[done]?.()
      await aMoment()
      expect(started()).toBe(Math.min(5, done + 3))
    }
    await Promise.all(accepted)
  })

  test('leaves its place to others when nobody waits for it any more', async () => {
    const turn = takeTurns({ atOnce: 1, waiting: 1 })
    const { started, work, release } = heldWork()
    const running = turn(work)
    const gone = new AbortController()
    const leaving = turn(work, gone.signal)
    gone.abort()
    await expect(leaving).rejects.toMatchObject({ code: 'unavailable' })
    await expect(turn(work, gone.signal)).rejects.toMatchObject({ code: 'unavailable' })
    const waiting = turn(work)
    release[0]?.()
    await running
    await aMoment()
    expect(started()).toBe(2)
    release[1]?.()
    await waiting
  })

  test('gives the turn on when it fails', async () => {
    const turn = takeTurns({ atOnce: 1, waiting: 1 })
    const failing = turn(() => Promise.reject(new Error('broken')))
    const next = turn(async () => 'done')
    await expect(failing).rejects.toThrow('broken')
    expect(await next).toBe('done')
    expect(await turn(async () => 'again')).toBe('again')
  })
})
