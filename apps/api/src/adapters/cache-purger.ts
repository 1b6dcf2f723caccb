import http from 'node:http'
import https from 'node:https'

const timeout = 5000

/**
 * Tells the cache in front of the site to forget the answer at a public address; throws when it has not said that it did.
 * `PURGE http://10.0.0.5:6081` asks that host with the method PURGE, path and public host name, as Varnish and nginx take it; an address
 * with `{url}` is asked by POST with the public address in its place, as the services of networks do.
 */
export function cachePurger(setting: string): (address: string) => Promise<void> {
  const [, base] = /^PURGE (\S+)$/.exec(setting) ?? []
  return async (address) => {
    const { host, pathname } = new URL(address)
    const status = base
      ? await send(new URL(pathname, base), 'PURGE', { host })
      : await send(new URL(setting.replaceAll('{url}', encodeURIComponent(address))), 'POST', {})
    // Nothing there to be forgotten is as good.
    if (status !== 404 && (status < 200 || status > 299)) throw new Error(`The cache answered ${status} to forgetting ${address}.`)
  }
}

function send(url: URL, method: string, headers: Record<string, string>): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, signal: AbortSignal.timeout(timeout) }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })
}
