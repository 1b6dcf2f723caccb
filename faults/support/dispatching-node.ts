import { flushCompileCache } from 'node:module'
import { outgoingCalls } from '../../apps/api/src/adapters/outgoing-calls.ts'
import { openDatabase } from '../../apps/api/src/db/client.ts'
import { startDispatch } from '../../apps/api/src/editorial/webhooks/dispatch.ts'

/** How fast time goes: seconds for hours, and of the limit of a try and its lease likewise. */
export interface Pace {
  /** Seconds. */
  waits: number[]
  /** Seconds. */
  lease: number
  /** Milliseconds. */
  timeout: number
}

/** What the process is told by its first argument, as JSON. */
export interface DispatchingNode {
  databaseUrl: string
  secret: string
  /** Where the receivers are. */
  hosts: string[]
  pace: Pace
}

const { databaseUrl, secret, hosts, pace } = JSON.parse(process.argv[2] ?? '') as DispatchingNode
const { background: db } = await openDatabase({ url: databaseUrl, onError: () => undefined })
const outgoing = outgoingCalls({ ownHosts: hosts, timeout: pace.timeout })
startDispatch({ db, outgoing, secrets: [secret], ...pace, log: (line) => process.stderr.write(`${line}\n`) })
// It is going to be killed, and whatever comes after it need not be compiled once more.
flushCompileCache()
process.send?.('ready')
process.once('disconnect', () => process.exit())
