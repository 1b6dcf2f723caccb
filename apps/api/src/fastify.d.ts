import type { IncomingMessage } from 'node:http'
import type { ClientScope } from '@bantin/shared/clients'
import type { MediaStore } from './adapters/media-store.ts'
import type { Config } from './config.ts'
import type { Db, DeliveryDb } from './db/client.ts'
import type { NotedReads } from './db/noted-reads.service.ts'
import type { Signals } from './db/signals.ts'
import type { Access } from './lib/access.ts'
import type { AccessTokens } from './lib/access-tokens.ts'
import type { ActingPerson } from './lib/acting-person.ts'
import type { Answer } from './lib/answer-cache.ts'
import type { ApiClient } from './lib/api-key.ts'
import type { SentBy } from './lib/caller.ts'
import type { Cursors } from './lib/cursor.ts'
import type { LiveSession } from './lib/live-session.ts'
import type { MediaAddresses } from './lib/media-address.ts'
import type { Load } from './plugins/cached-answers.ts'

declare module 'fastify' {
  interface FastifyInstance {
    config: Config
    db: Db
    delivery: DeliveryDb
    signals: Signals
    cursors: Cursors
    mediaStore: MediaStore
    mediaAddresses: MediaAddresses
    accessTokens: AccessTokens
    /** After it what was committed before is shown by this process, whatever the database has yet to tell. */
    catchUp(): Promise<void>
    /** Who sent it, whom the sockets and the trusted proxies name. */
    callerOf(raw: IncomingMessage): SentBy
    /** Whether this process has not kept up for some seconds. */
    isPressed(): boolean
    /** Whether the key that a request came with opens at this moment: asked again by what takes long. */
    opensStill(request: Pick<FastifyRequest, 'headers'>): Promise<boolean>
    /** What is in memory for that path and query of the API, if it is true at this moment. */
    findKept(url: string): Answer | undefined
  }

  interface FastifySchema {
    /** Who comes in, for the OpenAPI document. Set by the route contract, from the table. */
    'x-access'?: Access
  }

  interface FastifyContextConfig {
    /** Texts of the body reach the handler as they were sent, checked but not cleaned. */
    keepsText?: boolean
    /**
     * Answers are the same for everybody until something public changes; a function says what of an address tells them apart, and undefined of
     * what is made for each by himself.
     */
    cached?: boolean | ((url: string, client: ApiClient | null) => string | undefined)
    /** What pages of any origin may read, and nobody goes to. */
    isOpenData?: boolean
    /** Does what the handler does, with a body that is as the schema has it: what is answered 204 when that is done can be taken first. */
    take?: (body: unknown, sender: SentBy) => Promise<void>
    /** For portals with a key that is for this. */
    key?: ClientScope
    /** As how many reads an answer that has to be made counts; without it one. */
    reads?: number | ((url: string) => number)
  }

  interface FastifyRequest {
    /** Reads what is public, for one answer. */
    delivery: NotedReads
    /** Of a request that brings what others wait for as well. */
    load: Load | null
    /** Set by what counts its readers; called when its answer is given from memory, each time. */
    whenGiven: (() => void) | null
    /** The portal that asks with a key. */
    client: ApiClient | null
    /** The signed-in person. Set by the session guard, so it is there on every guarded route. */
    actor: ActingPerson
    /** His session, likewise. */
    session: LiveSession
  }
}
