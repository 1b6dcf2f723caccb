// Asks a server for addresses in turn; told what, and telling how it went, by messages. A process of its own, so that it takes nothing from
// the server's thread.
import { Agent, get } from 'node:http'
import autocannon from 'autocannon'
import type { Asked, Load, SteadyLoad } from '../lib/load.ts'

process.on('message', (load: Load | SteadyLoad) => {
  const work = 'perSecond' in load ? askSteadily(load) : askAtMost(load)
  work.then(
    (asked) => process.send?.(asked),
    (error: unknown) => process.send?.({ failure: String(error) }),
  )
})

/** As often as the server answers, or each once; every connection has its own part of many addresses. */
async function askAtMost({ url, paths, headers = {}, connections, seconds, isOnce = false }: Load): Promise<Asked> {
  const requests = paths.map((path) => ({ method: 'GET' as const, path }))
  const hasParts = requests.length >= connections
  let started = 0
  const setupClient = (client: autocannon.Client): void => {
    if (hasParts) client.setRequests(requests.filter((_, index) => index % connections === started % connections))
    started += 1
  }
  // Every connection writes out all that it begins with, before any asks: of twenty thousand addresses for longer than an answer may take.
  const begunWith = hasParts ? requests.slice(0, 1) : requests
  const length = isOnce ? { amount: paths.length } : { duration: seconds }
  const result = await autocannon({ url, requests: begunWith, headers, connections, ...length, setupClient, sampleInt: 100, timeout: 10 })
  const wrong = result.non2xx - (result.statusCodeStats?.['304']?.count ?? 0)
  return {
    count: result.requests.total,
    seconds: result.duration,
    failures: result.errors + result.timeouts + Math.max(0, wrong),
    took: [],
  }
}

/** So many a second, whether or not those before are answered: waiting begins when a request was to be sent. */
async function askSteadily({ url, paths, perSecond, seconds }: SteadyLoad): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const took: number[] = []
  let failures = 0
  const begun = performance.now()
  const ask = async (number: number): Promise<void> => {
    const due = begun + (number * 1000) / perSecond
    await new Promise<void>((resolve) => {
      const request = get(`${url}${paths[number % paths.length]}`, { agent }, (answer) => {
        if (answer.statusCode !== 200) failures += 1
        answer.resume().on('end', () => resolve(void took.push(performance.now() - due)))
      })
      request.on('error', () => {
        failures += 1
        resolve()
      })
    })
  }
  const asked: Promise<void>[] = []
  const total = perSecond * seconds
  await new Promise<void>((resolve) => {
    const tick = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - begun) * perSecond) / 1000))
      while (asked.length < due) asked.push(ask(asked.length))
      if (asked.length < total) return
      clearInterval(tick)
      resolve()
    }, 2)
  })
  await Promise.all(asked)
  agent.destroy()
  return { count: total, seconds: (performance.now() - begun) / 1000, failures, took }
}
