import { join } from 'node:path'
import { forgetAccess } from './accounts/forget-access.ts'
import { mailAccountNotice } from './accounts/notices/mail-account-notice.job.ts'
import { mailForgottenPassword } from './accounts/password-links/mail-forgotten-password.job.ts'
import { mailPasswordLink } from './accounts/password-links/mail-password-link.job.ts'
import { cachePurger } from './adapters/cache-purger.ts'
import { startJobRunner } from './adapters/job-runner.ts'
import type { MediaStore } from './adapters/media-store.ts'
import { openMailSender } from './adapters/open-mail-sender.ts'
import { outgoingCalls } from './adapters/outgoing-calls.ts'
import { rollUp } from './analytics/roll-ups/roll-up.ts'
import { startUpkeep } from './analytics/upkeep.ts'
import type { Config } from './config.ts'
import type { Database } from './db/client.ts'
import { forgetFailedJobs, type Jobs } from './db/jobs.ts'
import { readWholeArticles } from './delivery/articles/whole-articles.queries.ts'
import { makeDump } from './delivery/dump/make-dump.job.ts'
import { forgetUses } from './editorial/clients/forget-uses.repository.ts'
import { tellNotReceived } from './editorial/clients/tell-not-received.job.ts'
import { forgetAnswers } from './editorial/forget-answers.repository.ts'
import { forgetUploads } from './editorial/media/forget-uploads.ts'
import { makeRenderings } from './editorial/media/make-renderings.job.ts'
import { sweepMedia } from './editorial/media/sweep-media.job.ts'
import { forgetNotifications } from './editorial/notifications/forget-notifications.repository.ts'
import { makeDigests } from './editorial/notifications/make-digests.job.ts'
import { sendDigest } from './editorial/notifications/send-digest.job.ts'
import { sendNotification } from './editorial/notifications/send-notification.job.ts'
import { sendTrial } from './editorial/notifications/send-trial.job.ts'
import { startDispatch } from './editorial/webhooks/dispatch.ts'
import { forgetDeliveries } from './editorial/webhooks/forget-deliveries.repository.ts'
import type { Attempt, JobParts } from './job-parts.ts'
import { type Repetition, reasonOf, repeat } from './lib/repeat.ts'
import { dumpsIn } from './publication/dumps.ts'
import { forgetCheckpoints } from './publication/forget-checkpoints.ts'
import { forgetSaves } from './publication/forget-saves.ts'
import { purgeCaches, purgeChanges } from './publication/purge-caches.ts'
import { purgeShown } from './publication/purge-shown.ts'
import { startScheduler } from './publication/scheduler.ts'
import { keepIndexed } from './publication/search/keep-indexed.ts'
import type { Caches } from './publication/tell-caches.ts'

const hourly = 3_600_000
const everyFiveMinutes = '*/5 * * * *'
const everyHour = '17 * * * *'

interface Ground {
  database: Pick<Database, 'db' | 'background' | 'snapshot'>
  mediaStore: MediaStore
  /** For the job queue, which a transaction pooler cannot carry. */
  directUrl: string
  log: (line: string) => void
}

/** The work that no request waits for, in every process of every role. Each piece may run in several processes at once. */
export async function startJobs(config: Config, ground: Ground): Promise<Repetition> {
  const { directUrl, log } = ground
  const { db, background } = ground.database
  const ending = new AbortController()
  const parts = jobParts(config, ground, ending.signal)
  const upkeep = await startUpkeep(db, config.hitsKeptDays, log)
  const scheduler = startScheduler(background, log)
  const dispatch = startDispatch({ db: background, outgoing: parts.outgoing, secrets: config.secrets, log })
  const indexing = keepIndexed(background, log)
  const run = () => forget(parts)
  const forgetting = repeat({ name: 'Forgetting what is no longer needed', every: hourly, run, log })
  const crons = [
    cron('makeDigests', everyFiveMinutes),
    cron('sweepMedia', everyHour),
    { ...cron('makeDump', everyFiveMinutes), options: oneAtATime('dump') },
    { ...cron('tellNotReceived', everyFiveMinutes), options: oneAtATime('not-received') },
    { ...cron('rollUp', everyFiveMinutes), options: oneAtATime('roll-up') },
  ]
  const { makeRenderings: rendering, ...others } = tasksWith(parts)
  const purging = startPurging(parts)
  // By itself, one at a time: pictures keep no mail waiting, and memory small.
  const runners = [
    startJobRunner({ directUrl, tasks: others, crons, log }),
    startJobRunner({ directUrl, tasks: { makeRenderings: rendering }, atOnce: 1, log }),
  ]
  return {
    async stop() {
      const repetitions = [upkeep, scheduler, dispatch, indexing, forgetting, purging, ...runners]
      await Promise.all(repetitions.map((one) => one?.stop()))
      ending.abort()
      await parts.mailSender.close()
    },
  }
}

/** Two at a time would be twice the work for one file, or for the same figures. */
function oneAtATime(name: string) {
  return { queueName: name, jobKey: name, maxAttempts: 1, priority: 20 }
}

/** Looks each second whether caches in front of the site have something to be told; whoever has none looks for nothing. */
function startPurging(parts: JobParts): Repetition | undefined {
  const caches = cachesOf(parts)
  return caches && repeat({ name: 'Telling caches what changed', every: 1000, run: () => purgeCaches(parts.db, caches), log: parts.log })
}

function cachesOf({ purge, publicUrl }: JobParts): Caches | undefined {
  return purge && { purge, publicUrl }
}

/** For jobs that were asked for while there was a cache to tell: without one they are done. */
async function withCaches(parts: JobParts, tell: (caches: Caches) => Promise<void>): Promise<void> {
  const caches = cachesOf(parts)
  if (caches) await tell(caches)
}

function cron(task: keyof Jobs, match: string) {
  return { task, match }
}

/** Who does each job. */
const handlers: { [N in keyof Jobs]: (parts: JobParts, payload: Jobs[N], attempt: Attempt) => Promise<void> } = {
  mailPasswordLink,
  mailForgottenPassword,
  mailAccountNotice,
  sendNotification,
  sendTrial,
  makeDigests: (parts) => makeDigests(parts),
  sendDigest,
  makeRenderings,
  sweepMedia,
  makeDump: (parts) => makeDump({ ...parts, dumps: dumpsIn(parts.db), readArticles: readWholeArticles }),
  tellNotReceived: (parts) => tellNotReceived(parts),
  rollUp: ({ db }) => rollUp(db),
  purgeChanges: (parts, payload) => withCaches(parts, (caches) => purgeChanges(parts.db, caches, payload)),
  purgeShown: (parts, payload) => withCaches(parts, (caches) => purgeShown(parts.db, caches, payload, parts.signal)),
}

type Task<N extends keyof Jobs> = (payload: Jobs[N], attempt: Attempt) => Promise<void>

function tasksWith(parts: JobParts): { [N in keyof Jobs]: Task<N> } {
  const task = <N extends keyof Jobs>(name: N): [N, Task<N>] => [name, (payload, attempt) => handlers[name](parts, payload, attempt)]
  return Object.fromEntries((Object.keys(handlers) as (keyof Jobs)[]).map(task)) as { [N in keyof Jobs]: Task<N> }
}

function jobParts(config: Config, { database, mediaStore, log }: Ground, signal: AbortSignal): JobParts {
  const { background: db, snapshot } = database
  const { secrets, publicUrl, dataDir, outgoingHosts, cdnPurge } = config
  const purge = cdnPurge === undefined ? undefined : cachePurger(cdnPurge)
  const mailSender = openMailSender(config)
  const outgoing = outgoingCalls({ ownHosts: outgoingHosts })
  return { db, snapshot, secrets, publicUrl, mailSender, outgoing, purge, mediaStore, uploads: join(dataDir, 'uploads'), signal, log }
}

const forgettings: Record<string, (parts: JobParts) => Promise<unknown>> = {
  checkpoints: ({ db }) => forgetCheckpoints(db),
  saves: ({ db }) => forgetSaves(db),
  answers: ({ db }) => forgetAnswers(db),
  access: ({ db }) => forgetAccess(db),
  notifications: ({ db }) => forgetNotifications(db),
  'messages to portals': ({ db }) => forgetDeliveries(db),
  'uses of keys': ({ db }) => forgetUses(db),
  'failed jobs': ({ db }) => forgetFailedJobs(db),
  uploads: ({ uploads }) => forgetUploads(uploads),
}

/** Each by itself: one that fails is a line in the log, and keeps no other from what it has to forget. */
async function forget(parts: JobParts): Promise<void> {
  for (const [what, run] of Object.entries(forgettings)) {
    await run(parts).catch((error: unknown) => parts.log(`Forgetting ${what} failed: ${reasonOf(error)}`))
  }
}
