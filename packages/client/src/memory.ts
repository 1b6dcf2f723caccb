/** Answers with their `ETag`, so that what has not changed is not sent again. */
export interface Memory {
  find(address: string): { etag: string; text: string } | undefined
  keep(address: string, etag: string | null, text: string): void
}

/** In characters: one page of the feed, and a few hundred articles. */
const mostText = 8_000_000

/** Forgets first what was kept or found longest ago. */
export function openMemory(): Memory {
  const kept = new Map<string, { etag: string; text: string }>()
  let size = 0
  const forget = (address: string): void => {
    size -= kept.get(address)?.text.length ?? 0
    kept.delete(address)
  }
  return {
    find(address) {
      const found = kept.get(address)
      if (!found) return undefined
      kept.delete(address)
      kept.set(address, found)
      return found
    },
    keep(address, etag, text) {
      forget(address)
      if (etag === null) return
      kept.set(address, { etag, text })
      size += text.length
      for (const oldest of kept.keys()) {
        if (size <= mostText) break
        forget(oldest)
      }
    },
  }
}
