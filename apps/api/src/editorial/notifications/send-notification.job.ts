import type { Jobs } from '../../db/jobs.ts'
import type { JobParts } from '../../job-parts.ts'
import { findOwner, findPerson, findTold, markMailed } from './persons.repository.ts'
import { letterTo, sayInChat } from './tell.ts'
import { notificationMail, notificationMessage } from './telling-texts.ts'

/**
 * Tells a person at once, by mail or in his chat, as he has set it by now and may read the article by now. What he has read at the desk
 * meanwhile is not told again. Should the process end between sending and noting it, a mail is sent twice.
 */
export async function sendNotification(parts: JobParts, { notificationId, by }: Jobs['sendNotification']): Promise<void> {
  const { db, mailSender } = parts
  const owner = await findOwner(db, notificationId)
  const person = owner && (await findPerson(db, owner))
  const told = person && (await findTold(db, person, notificationId))
  if (!told || told.readAt !== null || person.told.muted.includes(told.kind)) return
  const letter = await letterTo(parts, person)
  if (by === 'chat') return await sayInChat(parts, person, notificationMessage(letter, told))
  if (person.told.mail !== 'at_once' || told.isMailed) return
  await mailSender.send({ to: person.email, ...notificationMail(letter, told) })
  await markMailed(db, notificationId)
}
