import { request } from 'node:http'

export interface Asked {
  status: number
  headers: Record<string, string | undefined>
  bytes: Buffer
}

/**
 * Asks over a connection, and answers the bytes as they came: `fetch` would ask for them packed and unpack them. `target` stands in the
 * request's first line in the place of the address's path.
 */
export function ask(address: string, headers: Record<string, string> = {}, method = 'GET', target?: string): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, headers, ...(target !== undefined && { path: target }) }, async (answer) => {
      const bytes = Buffer.concat(await answer.toArray())
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers as Asked['headers'], bytes })
    })
    asked.on('error', reject).end()
  })
}
