import { join } from 'node:path'
import { forgetAccess } from './accounts/forget-access.ts'
import { mailAccountNotice } from './accounts/notices/mail-account-notice.job.ts'
import { mailForgottenPassword } from './accounts/password-links/mail-forgotten-password.job.ts'
import { mailPasswordLink } from './accounts/password-links/mail-password-link.job.ts'
import { folderMailSender } from './adapters/folder-mail-sender.ts'
import { startJobRunner } from './adapters/job-runner.ts'
import { outgoingCalls } from './adapters/outgoing-calls.ts'
import { smtpMailSender } from './adapters/smtp-mail-sender.ts'
import { startUpkeep } from './analytics/upkeep.ts'
import type { Config } from './config.ts'
import type { Database } from './db/client.ts'
import { forgetFailedJobs, type Jobs } from './db/jobs.ts'
import { forgetAnswers } from './editorial/forget-answers.repository.ts'
import { forgetNotifications } from './editorial/notifications/forget-notifications.repository.ts'
import { makeDigests } from './editorial/notifications/make-digests.job.ts'
import { sendDigest } from './editorial/notifications/send-digest.job.ts'
import { sendNotification } from './editorial/notifications/send-notification.job.ts'
import { sendTrial } from './editorial/notifications/send-trial.job.ts'
import type { JobParts } from './job-parts.ts'
import { type Repetition, reasonOf, repeat } from './lib/repeat.ts'
import { forgetCheckpoints } from './publication/forget-checkpoints.ts'
import { forgetSaves } from './publication/forget-saves.ts'
import { startScheduler } from './publication/scheduler.ts'

const hourly = 3_600_000
const everyFiveMinutes = '*/5 * * * *'

interface Ground {
  database: Pick<Database, 'db' | 'background'>
  /** For the job queue, which a transaction pooler cannot carry. */
  directUrl: string
  log: (line: string) => void
}

/** The work that no request waits for, in every process of every role. Each piece may run in several processes at once. */
export async function startJobs(config: Config, { database, directUrl, log }: Ground): Promise<Repetition> {
  const { db, background } = database
  const parts = jobParts(config, database, log)
  const upkeep = await startUpkeep(db, log)
  const scheduler = startScheduler(background, log)
  const forgetting = repeat({ name: 'Forgetting what is no longer needed', every: hourly, run: () => forget(background, log), log })
  const crons = [{ task: 'makeDigests' satisfies keyof Jobs, match: everyFiveMinutes }]
  const runner = startJobRunner({ directUrl, tasks: tasksWith(parts), crons, log })
  return {
    async stop() {
      await Promise.all([upkeep.stop(), scheduler.stop(), forgetting.stop(), runner.stop()])
      await parts.mailSender.close()
    },
  }
}

/** Who does each job. */
const handlers: { [N in keyof Jobs]: (parts: JobParts, payload: Jobs[N]) => Promise<void> } = {
  mailPasswordLink,
  mailForgottenPassword,
  mailAccountNotice,
  sendNotification,
  sendTrial,
  makeDigests: (parts) => makeDigests(parts),
  sendDigest,
}

function tasksWith(parts: JobParts) {
  const task = <N extends keyof Jobs>(name: N) => [name, (payload: Jobs[N]) => handlers[name](parts, payload)] as const
  return Object.fromEntries((Object.keys(handlers) as (keyof Jobs)[]).map(task))
}

function jobParts(
  { secrets, publicUrl, smtpUrl, mailFrom: from, dataDir, outgoingHosts }: Config,
  { background: db }: Ground['database'],
  log: Ground['log'],
): JobParts {
  const mailSender =
    smtpUrl === undefined ? folderMailSender({ folder: join(dataDir, 'mail'), from }) : smtpMailSender({ url: smtpUrl, from })
  return { db, secrets, publicUrl, mailSender, outgoing: outgoingCalls({ ownHosts: outgoingHosts }), log }
}

const forgettings: Record<string, (db: Database['background']) => Promise<unknown>> = {
  checkpoints: forgetCheckpoints,
  saves: forgetSaves,
  answers: forgetAnswers,
  access: forgetAccess,
  notifications: forgetNotifications,
  'failed jobs': forgetFailedJobs,
}

/** Each by itself: one that fails is a line in the log, and keeps no other from what it has to forget. */
async function forget(db: Database['background'], log: Ground['log']): Promise<void> {
  for (const [what, run] of Object.entries(forgettings)) {
    await run(db).catch((error: unknown) => log(`Forgetting ${what} failed: ${reasonOf(error)}`))
  }
}
