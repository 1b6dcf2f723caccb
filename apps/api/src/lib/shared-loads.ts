/** Lets one load bring what several ask for at the same time. */
export interface SharedLoads {
  /** Waits for the load that is under way, if one is. */
  waitFor(key: string): Promise<void> | undefined
  /** Says that a load begins; answers how to say that it has ended, however it did. */
  begin(key: string): () => void
}

export function createSharedLoads(): SharedLoads {
  const underWay = new Map<string, Promise<void>>()
  return {
    waitFor: (key) => underWay.get(key),
    begin(key) {
      const { promise, resolve } = Promise.withResolvers<void>()
      underWay.set(key, promise)
      return () => {
        if (underWay.get(key) === promise) underWay.delete(key)
        resolve()
      }
    },
  }
}
