/** Asks for the addresses in turn, `atOnce` at a time, until it is ended; answers how long each answer took, in milliseconds. */
export function askOnAndOn(addresses: { url: string; headers?: Record<string, string> }[], atOnce: number): { end(): Promise<number[]> } {
  const took: number[] = []
  let isEnding = false
  const ask = async (first: number): Promise<void> => {
    for (let turn = first; !isEnding; turn += 1) {
      const { url, headers = {} } = addresses[turn % addresses.length] ?? { url: '' }
      const begun = performance.now()
      const answer = await fetch(url, { headers })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
      took.push(performance.now() - begun)
    }
  }
  const asking = Promise.all(Array.from({ length: atOnce }, (_, index) => ask(index)))
  asking.catch(() => undefined)
  return {
    end: async () => {
      isEnding = true
      await asking
      return took
    },
  }
}

/** The value below which that part of the numbers lies. */
export function percentile(numbers: number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
