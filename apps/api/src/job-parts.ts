import type { MailSender } from './adapters/mail-sender.ts'
import type { MediaStore } from './adapters/media-store.ts'
import type { Outgoing } from './adapters/outgoing.ts'
import type { Db, Snapshot } from './db/client.ts'
import type { Secrets } from './lib/keys.ts'

/** What a job works with. A job is a function in a file `*.job.ts` of its feature; `jobs.ts` runs them. */
export interface JobParts {
  db: Db
  /** For what reads as delivery does, and has to see one moment. */
  snapshot: Snapshot
  secrets: Secrets
  publicUrl: string
  mailSender: MailSender
  outgoing: Outgoing
  /** Tells caches in front of the site to forget a public address, where there are any. */
  purge: ((address: string) => Promise<void>) | undefined
  mediaStore: MediaStore
  /** A folder for files that are being worked on: what lies in it for a day is nobody's any more. */
  uploads: string
  /** Aborted when the process ends and the job was given back. */
  signal: AbortSignal
  log: (line: string) => void
}

/** The try that a job is in. */
export interface Attempt {
  /** There will be no other one. */
  isLast: boolean
}
