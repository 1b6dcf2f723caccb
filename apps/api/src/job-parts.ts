import type { MailSender } from './adapters/mail-sender.ts'
import type { Outgoing } from './adapters/outgoing.ts'
import type { Db } from './db/client.ts'
import type { Secrets } from './lib/keys.ts'

/** What a job works with. A job is a function in a file `*.job.ts` of its feature; `jobs.ts` runs them. */
export interface JobParts {
  db: Db
  secrets: Secrets
  publicUrl: string
  mailSender: MailSender
  outgoing: Outgoing
  log: (line: string) => void
}
