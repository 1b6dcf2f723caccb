/** An address of a site on a local day. */
export interface CountedAddress {
  siteId: string
  day: string
  address: string
}

export interface Count extends CountedAddress {
  count: number
}

/** Counts in memory. */
export interface Tally {
  add(one: CountedAddress, count?: number): void
  /** Everything counted since it was taken last. */
  take(): Count[]
}

/** Remembers at most `limit` different addresses; further ones are not counted until it is taken. */
export function createTally(limit = 5000): Tally {
  let counts = new Map<string, Count>()
  return {
    add({ siteId, day, address }, count = 1) {
      const key = `${siteId} ${day} ${address}`
      const known = counts.get(key)
      if (known) known.count += count
      else if (counts.size < limit) counts.set(key, { siteId, day, address, count })
    },
    take() {
      const taken = [...counts.values()]
      counts = new Map()
      return taken
    },
  }
}
