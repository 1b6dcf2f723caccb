import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Addresses of a server to be asked for in turn, as often as it answers. */
export interface Load {
  url: string
  paths: string[]
  headers?: Record<string, string>
  connections: number
  seconds: number
  /** Each is asked for once, however long it takes. */
  isOnce?: boolean
}

/** The same at a rate of its own. */
export interface SteadyLoad {
  url: string
  paths: string[]
  perSecond: number
  seconds: number
}

export interface Asked {
  count: number
  seconds: number
  /** Answers that were none, or neither 2xx nor 304. */
  failures: number
  /** Milliseconds each answer took; of a steady load alone. */
  took: number[]
}

export interface LoadProcess {
  /** Throws when an answer failed: what is wrong is not worth measuring. */
  ask(load: Load | SteadyLoad): Promise<Asked>
  end(): Promise<void>
}

const program = fileURLToPath(new URL('../programs/load.ts', import.meta.url))

/** The program that asks, one load after the other. */
export function startLoad(): LoadProcess {
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    ask: async (load) => {
      child.send(load)
      const [asked] = (await once(child, 'message')) as [Asked | { failure: string }]
      if ('failure' in asked) throw new Error(asked.failure)
      if (asked.failures > 0) throw new Error(`${asked.failures} of ${asked.count} answers failed: ${load.url}${load.paths[0]}`)
      return asked
    },
    end: async () => {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
