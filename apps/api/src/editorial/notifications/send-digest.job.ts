import type { Jobs } from '../../db/jobs.ts'
import type { JobParts } from '../../job-parts.ts'
import { findForDigest, markDigested } from './digests.repository.ts'
import { findPerson } from './persons.repository.ts'
import { letterTo } from './tell.ts'
import { digestMail } from './telling-texts.ts'

const mostLines = 100

/**
 * Sends a person in one mail what he was told before a moment, as far as he wants and may know it by now. Tried again until a server has
 * taken it; should the process end between sending and noting it, it is sent twice.
 */
export async function sendDigest(parts: JobParts, { userId, before }: Jobs['sendDigest']): Promise<void> {
  const { db, mailSender } = parts
  const person = await findPerson(db, userId)
  if (!person || person.told.mail === 'off') return
  const { listed, ids } = await findForDigest(db, person, before, mostLines)
  if (listed.length === 0) return
  await mailSender.send({ to: person.email, ...digestMail(await letterTo(parts, person), listed, ids.length) })
  await markDigested(db, ids)
}
