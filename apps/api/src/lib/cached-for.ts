/** Gives each key's value, loaded at most once in so many milliseconds and shared by all who ask meanwhile. A failed load is not kept. */
export function cachedFor<V>(milliseconds: number, load: (key: string) => Promise<V>): (key: string) => Promise<V> {
  const kept = new Map<string, { until: number; value: Promise<V> }>()
  return (key) => {
    const found = kept.get(key)
    if (found && performance.now() < found.until) return found.value
    const entry = { until: performance.now() + milliseconds, value: load(key) }
    kept.set(key, entry)
    entry.value.catch(() => {
      if (kept.get(key) === entry) kept.delete(key)
    })
    return entry.value
  }
}
