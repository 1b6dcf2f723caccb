/** Something of a site on a local day. */
export interface OfADay {
  siteId: string
  day: string
}

/** Counts in memory. */
export interface Tally<T extends OfADay> {
  /** Of what is the same, the last one is kept. */
  add(one: T): void
  /** Everything counted since it was taken last. */
  take(): (T & { count: number })[]
  /** Counts again what was taken and could not be written; what came meanwhile is newer. */
  putBack(taken: (T & { count: number })[]): void
}

/** Tells things of a day apart by `textOf` them. Remembers at most `limit` different ones; further ones are not counted until it is taken. */
export function createTally<T extends OfADay>(textOf: (one: T) => string, limit = 5000): Tally<T> {
  let counts = new Map<string, T & { count: number }>()

  function add(one: T, count: number, isNewer: boolean): void {
    const key = `${one.siteId} ${one.day} ${textOf(one)}`
    const known = counts.get(key)
    if (known) counts.set(key, { ...known, ...(isNewer && one), count: known.count + count })
    else if (counts.size < limit) counts.set(key, { ...one, count })
  }

  return {
    add: (one) => add(one, 1, true),
    take() {
      const taken = [...counts.values()]
      counts = new Map()
      return taken
    },
    putBack: (taken) => {
      for (const one of taken) add(one, one.count, false)
    },
  }
}
