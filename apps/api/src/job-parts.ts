import type { MailSender } from './adapters/mail-sender.ts'
import type { Outgoing } from './adapters/outgoing.ts'
import type { Db } from './db/client.ts'

/** What a job works with. A job is a function in a file `*.job.ts` of its feature; `jobs.ts` runs them. */
export interface JobParts {
  db: Db
  /** The first seals and derives, all are tried. */
  secrets: readonly [string, ...string[]]
  publicUrl: string
  mailSender: MailSender
  outgoing: Outgoing
}
