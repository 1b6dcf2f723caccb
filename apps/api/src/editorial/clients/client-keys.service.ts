import { timingSafeEqual } from 'node:crypto'
import type { Db } from '../../db/client.ts'
import type { Signals } from '../../db/signals.ts'
import { type ApiClient, readKey } from '../../lib/api-key.ts'
import { addKeyUses, findKeys, type KeyRow, type KeyUse } from './client-keys.repository.ts'

/** Who comes with a key, and how often. */
export interface ClientKeys {
  /** The portal whose key it is; undefined for one that is mistyped, unknown, revoked or expired. */
  find(key: string): Promise<ApiClient | undefined>
  /** A request with the key was answered, or refused. */
  count(keyId: string, isRefused: boolean): void
  /** Writes what was counted. Rejects when that cannot be written; it is kept for the next time. */
  flush(): Promise<void>
  /** The work of a minute. */
  keepUp(): Promise<void>
}

/**
 * All keys in memory, read anew after the database has told of a change, and for each request while it could not tell. So a key that is
 * revoked opens nothing on any process from then on.
 */
export function createClientKeys(db: Db, signals: Signals): ClientKeys {
  const keys = keepKeys(db, signals)
  let uses = new Map<string, KeyUse>()

  function add({ keyId, requests, refused }: KeyUse): void {
    const known = uses.get(keyId) ?? { keyId, requests: 0, refused: 0 }
    uses.set(keyId, { keyId, requests: known.requests + requests, refused: known.refused + refused })
  }

  async function flush(): Promise<void> {
    const taken = [...uses.values()]
    uses = new Map()
    if (taken.length === 0) return
    try {
      await addKeyUses(db, taken)
    } catch (error) {
      for (const use of taken) add(use)
      throw error
    }
  }

  return {
    async find(key) {
      const read = readKey(key)
      const found = read && (await keys()).get(read.prefix)
      if (!found || !timingSafeEqual(found.hash, read.hash)) return undefined
      if (found.expiresAt && found.expiresAt.getTime() <= Date.now()) return undefined
      return found
    },
    count: (keyId, isRefused) => add({ keyId, requests: isRefused ? 0 : 1, refused: isRefused ? 1 : 0 }),
    flush,
    keepUp: flush,
  }
}

/** The keys by their prefixes: what is in memory while nothing was told since it was begun to be read. */
function keepKeys(db: Db, signals: Signals): () => Promise<ReadonlyMap<string, KeyRow>> {
  let reading: Promise<ReadonlyMap<string, KeyRow>> | undefined
  let isListening = false
  let last: ReadonlyMap<string, KeyRow> | undefined
  const read = async () => {
    last = new Map((await findKeys(db)).map((row) => [row.prefix, row]))
    return last
  }
  // While the database is away a key still reads what is in memory, as everybody does without one; nothing can be acknowledged then.
  const readOrLast = async () => {
    const known = last
    return await read().catch((error: unknown) => {
      if (known) return known
      throw error
    })
  }
  return async () => {
    if (!isListening) signals.subscribe('api_clients', () => (reading = undefined))
    isListening = true
    if (!signals.isConnected()) return await readOrLast()
    if (!reading) {
      const begun = read()
      reading = begun
      begun.catch(() => (reading = reading === begun ? undefined : reading))
    }
    return await reading
  }
}
