import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'

/** The jobs by name, with what each is told. Nothing secret stands in a payload: it is stored until the job is done. */
export interface Jobs {
  mailPasswordLink: { linkId: string }
  mailForgottenPassword: { email: string }
  /** What somebody else has done to an account. `to`: the e-mail of before, since it may be another one when the mail goes. */
  mailAccountNotice: { userId: string; about: 'email' | 'secondFactor' | 'password'; to: string }
  sendNotification: { notificationId: string; by: 'mail' | 'chat' }
  /** With which a person tries whether it arrives. */
  sendTrial: { userId: string; by: 'mail' | 'chat' }
  /** Sees whose digest is due; the clock asks for it. */
  makeDigests: object
  /** What the person was told before that moment, in one mail. */
  sendDigest: { userId: string; before: string }
  /** All that is to be made of a picture as crop and focal point are when it begins. */
  makeRenderings: { mediaId: string }
  /** Removes files that nothing names; the clock asks for it. */
  sweepMedia: object
  /** Sees whether there has to be another dump; the clock asks for it. */
  makeDump: object
  /** Sees which portals lack a correction or removal; the clock asks for it. */
  tellNotReceived: object
  /** Brings the roll-ups of what was read up to date; the clock asks for it. */
  rollUp: object
  /** Tells caches in front of these entries of the feed once more. `told`: how often it was done so before. */
  purgeChanges: { after: number; upTo: number; told: number }
  /** Tells them of all that shows a thing that is called otherwise now, likewise. */
  purgeShown: { entity: 'site' | 'media' | 'unit' | 'person' | 'author' | 'category' | 'tag'; id: string; told: number }
}

/** How a job stands in the queue, and how often it is tried, later each time. */
interface Urgency {
  /** The lower, the sooner. */
  priority: number
  /** Twelve come over about sixteen hours, eight within half an hour. */
  tries: number
  /** Of these one runs after the other. */
  queue?: string
  /** Of those that wait with the same key the newest alone is done. */
  key?: string
}

/** Whoever waits for it cannot sign in, or does not know that somebody else can. */
const access: Urgency = { priority: -10, tries: 12 }
const news: Urgency = { priority: 0, tries: 12 }

const urgencies: Record<keyof Jobs, Urgency> = {
  mailPasswordLink: access,
  mailForgottenPassword: access,
  mailAccountNotice: access,
  sendNotification: news,
  sendTrial: { priority: 0, tries: 3 },
  makeDigests: news,
  sendDigest: news,
  makeRenderings: { priority: 10, tries: 8 },
  sweepMedia: { priority: 20, tries: 1 },
  makeDump: { priority: 20, tries: 1 },
  tellNotReceived: { priority: 20, tries: 1 },
  rollUp: { priority: 20, tries: 1 },
  purgeChanges: { priority: -5, tries: 8 },
  purgeShown: { priority: 5, tries: 8 },
}

/** One queue for all chats: two that do not answer would else take both places of a process, and no mail would leave it. */
const inChat: Urgency = { priority: 0, tries: 8, queue: 'chat' }

/** Two that render one picture would write the same files. */
function ofPicture({ mediaId }: Jobs['makeRenderings']): Urgency {
  return { ...urgencies.makeRenderings, queue: `media:${mediaId}`, key: `media:${mediaId}` }
}

/** One at a time: of the site's own name it takes minutes. What is asked for again before it was begun is told once. */
function ofShown({ entity, id, told }: Jobs['purgeShown']): Urgency {
  return { ...urgencies.purgeShown, queue: 'names', key: `shown:${entity}:${id}:${told}` }
}

function urgencyOf(name: keyof Jobs, payload: Jobs[keyof Jobs]): Urgency {
  if ('by' in payload && payload.by === 'chat') return inChat
  if ('entity' in payload) return ofShown(payload)
  return 'mediaId' in payload ? ofPicture(payload) : urgencies[name]
}

/** Adds a job that runs once the transaction has committed, and again after a failure. */
export async function addJob<N extends keyof Jobs>(tx: Db, name: N, payload: Jobs[N]): Promise<void> {
  await addJobs(tx, name, [payload])
}

/** The same for several at once. */
export async function addJobs<N extends keyof Jobs>(tx: Db, name: N, payloads: Jobs[N][]): Promise<void> {
  if (payloads.length === 0) return
  const specs = payloads.map((payload) => {
    const { priority, tries, queue, key } = urgencyOf(name, payload)
    return { identifier: name, payload, priority, max_attempts: tries, queue_name: queue, job_key: key }
  })
  await tx.execute(sql`
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT spec FROM json_populate_recordset(NULL::graphile_worker.job_spec, ${JSON.stringify(specs)}::json) AS spec))`)
}

/** The same for one that waits so many seconds first. */
export async function addJobLater<N extends keyof Jobs>(tx: Db, name: N, payload: Jobs[N], seconds: number): Promise<void> {
  const { priority, tries, queue = null, key = null } = urgencyOf(name, payload)
  await tx.execute(sql`
    SELECT count(*) FROM graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, priority => ${priority}::int,
      max_attempts => ${tries}::int, queue_name => ${queue}::text, job_key => ${key}::text,
      run_at => now() + make_interval(secs => ${seconds}))`)
}

/** Deletes jobs that were given up a month ago: until then somebody can see what they failed with. */
export async function forgetFailedJobs(db: Db): Promise<void> {
  await db.execute(sql`
    SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(
      SELECT id FROM graphile_worker.jobs
      WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at < now() - interval '30 days' LIMIT 1000))`)
}
