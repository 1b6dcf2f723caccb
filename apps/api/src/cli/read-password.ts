import { createInterface } from 'node:readline/promises'
import { type Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** A password from standard input, where no list of processes shows it: piped in, or typed without being shown. */
export async function readPassword(say: (line: string) => void, input: Readable & { isTTY?: boolean } = process.stdin): Promise<string> {
  if (!input.isTTY) return (await text(input)).replace(/\r?\n$/, '')
  say('Type the password and press Enter; it is not shown.')
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: unseen, terminal: true })
  try {
    return await lines.question('')
  } finally {
    lines.close()
  }
}
