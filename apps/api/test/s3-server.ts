import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface S3Server {
  /** Of its bucket, as `MEDIA_S3_URL` has it. */
  url: string
  /** As if it had lost its power. */
  stop(): Promise<void>
  /** On the same port, with the same files. */
  startAgain(): Promise<void>
  /** Stops it and removes its files. */
  close(): Promise<void>
}

const script = fileURLToPath(new URL('./s3-child.ts', import.meta.url))

/**
 * A server that speaks the protocol of S3, with one bucket, in a process of its own. One that checks signatures does not understand
 * those of lists: it signs `/bucket` where the client, and every server in use, signs `/bucket/`.
 */
export async function startS3Server({ checksSignatures = false } = {}): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'bantin-s3-'))
  let child: ChildProcess | undefined
  const start = async (port: number): Promise<number> => {
    // It enciphers where a list goes on with an old cipher.
    child = fork(script, [directory, String(port), String(checksSignatures)], { execArgv: ['--openssl-legacy-provider'] })
    const [actual] = await once(child, 'message')
    return actual
  }
  const stop = async (): Promise<void> => {
    if (child?.kill('SIGKILL')) await once(child, 'exit')
    child = undefined
  }
  const port = await start(0)
  return {
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/bantin`,
    stop,
    startAgain: async () => void (await start(port)),
    close: async () => {
      await stop()
      await rm(directory, { recursive: true })
    },
  }
}
