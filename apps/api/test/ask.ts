import { request } from 'node:http'

export interface Asked {
  status: number
  headers: Record<string, string | undefined>
  bytes: Buffer
}

/** Asks over a connection, and answers the bytes as they came: `fetch` would ask for them packed and unpack them. */
export function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, headers }, async (answer) => {
      const bytes = Buffer.concat(await answer.toArray())
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers as Asked['headers'], bytes })
    })
    asked.on('error', reject).end()
  })
}
