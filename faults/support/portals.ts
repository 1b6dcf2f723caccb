import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import { expect, inject, onTestFinished } from 'vitest'
import { apiClients } from '../../apps/api/src/db/schema/clients.ts'
import { webhookEndpoints } from '../../apps/api/src/db/schema/webhooks.ts'
import { newSecret, sealSecret } from '../../apps/api/src/editorial/webhooks/signature.ts'
// What the run provides.
import type {} from '../../apps/api/test/global-setup.ts'
import type { DispatchingNode, Pace } from './dispatching-node.ts'
import type { Ground } from './ground.ts'
import { type Receiver, startReceiver } from './receivers.ts'

/** Where a portal is told, with its endpoint's id. */
export interface Portal extends Receiver {
  endpointId: string
}

export interface Portals {
  secret: string
  all: Portal[]
}

/** So many portals with an endpoint each, on which their receivers wait. */
export async function openPortals({ db, siteId }: Ground, count: number): Promise<Portals> {
  const secret = randomBytes(36).toString('base64')
  const all: Portal[] = []
  while (all.length < count) {
    const receiver = await startReceiver()
    const [clientId, endpointId] = [uuidv7(), uuidv7()]
    await db.insert(apiClients).values({ id: clientId, siteId, name: `Cổng ${all.length}`, scopes: ['read'] })
    const sealed = sealSecret([secret], endpointId, newSecret())
    await db.insert(webhookEndpoints).values({ id: endpointId, clientId, url: receiver.url, secret: sealed })
    all.push({ ...receiver, endpointId })
  }
  return { secret, all }
}

/** Processes that do nothing but send. */
export interface Dispatchers {
  killed: number
  /** Kills all of them, one after the other, as power loss would, and starts others in their place. */
  killEach(): Promise<void>
}

const script = fileURLToPath(new URL('./dispatching-node.ts', import.meta.url))

/** So many of them; they end with the test, and whatever they complain of fails it. */
export async function startDispatchers({ url }: Ground, { secret, all }: Portals, count: number, pace: Pace): Promise<Dispatchers> {
  const told: DispatchingNode = { databaseUrl: url, secret, hosts: all.map(({ host }) => host), pace }
  const env = { NODE_COMPILE_CACHE: inject('compiledCode') }
  let complaints = ''
  const start = async (): Promise<ChildProcess> => {
    const child = fork(script, [JSON.stringify(told)], { env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    child.stderr?.on('data', (text) => {
      complaints += text
    })
    await once(child, 'message')
    return child
  }
  const startAll = () => Promise.all(Array.from({ length: count }, start))
  let running = await startAll()
  onTestFinished(async () => {
    await Promise.all(running.map(kill))
    expect(complaints).toBe('')
  })
  const dispatchers: Dispatchers = {
    killed: 0,
    async killEach() {
      for (const child of running) {
        await kill(child)
        dispatchers.killed += 1
      }
      running = await startAll()
    },
  }
  return dispatchers
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
