import type { Ask } from './ask.ts'
import type { Change, Changes } from './contract.ts'
import { NewEpochError } from './errors.ts'
import { pause } from './pause.ts'

/** Where a mirror keeps its cursor. */
export interface CursorStore {
  read(): Promise<string | undefined> | string | undefined
  write(cursor: string): Promise<void> | void
}

export interface ChangesOptions {
  /** Goes on from here, rather than from what `store` has. Without either it is a first run, into an empty mirror. */
  cursor?: string | undefined
  /** With `article` each `put` brings the article as it is now, or null where it has left meanwhile. */
  include?: 'article'
  /** Entries of a page, 1 to 100; 100 without it. */
  limit?: number
  /**
   * Seconds, at most 25. Without it, it ends once there is no more. With it, it goes on until it is left or `signal` is aborted: with a key
   * the portal keeps its answer back so long, without one it is asked again so much later.
   */
  wait?: number
  /** Told of each page's cursor once the page is consumed, so that who is interrupted is told it again, and misses nothing. */
  store?: CursorStore
  /** Tells the portal likewise; needs a key. */
  acknowledge?: boolean
  /**
   * The portal's database was put back to an older copy: what your mirror has may be gone there, and the feed cannot take it back. Empty
   * the mirror here; a first run follows. Without it `NewEpochError` is thrown.
   */
  onNewEpoch?: () => Promise<void> | void
  signal?: AbortSignal
}

/** The feed page by page, for who applies a whole page in one transaction. A page is consumed when the next one is asked for. */
export async function* followPages(ask: Ask, hasKey: boolean, options: ChangesOptions): AsyncGenerator<Changes, void, void> {
  const { include, limit, wait, store, acknowledge, onNewEpoch, signal } = options
  let cursor: string | undefined = options.cursor ?? (await store?.read())
  for (let mayWait = false; ; ) {
    const keptBack: number | undefined = hasKey && mayWait ? wait : undefined
    const page: Changes = await ask.get<Changes>('/changes', { query: { include, limit, cursor, wait: keptBack }, signal })
    if (cursor !== undefined && isAnew(cursor, page.cursor)) {
      if (!onNewEpoch) throw new NewEpochError(cursor)
      await onNewEpoch()
      cursor = undefined
      continue
    }
    yield page
    if (page.cursor !== cursor) {
      await store?.write(page.cursor)
      if (acknowledge) await ask.put('/changes/cursor', { cursor: page.cursor }, { signal })
      cursor = page.cursor
    }
    if (!page.more && wait === undefined) return
    mayWait = !page.more
    if (mayWait && !hasKey) await pause((wait ?? 0) * 1000, signal)
  }
}

/** The feed entry by entry. The last of a page is consumed when the next one is asked for. */
export async function* followChanges(ask: Ask, hasKey: boolean, options: ChangesOptions): AsyncGenerator<Change, void, void> {
  for await (const { data } of followPages(ask, hasKey, options)) yield* data
}

/** Another epoch; or, where a portal was put back and nobody said so, a place before the one that was asked with. */
function isAnew(asked: string, answered: string): boolean {
  const [before, after] = [asked, answered].map((cursor) => cursor.split(/:|\.\./).map(Number))
  return before?.[0] !== after?.[0] || (after?.[1] ?? 0) < (before?.[1] ?? 0)
}
