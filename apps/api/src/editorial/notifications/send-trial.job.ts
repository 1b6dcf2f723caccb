import type { Jobs } from '../../db/jobs.ts'
import type { JobParts } from '../../job-parts.ts'
import { findPerson } from './persons.repository.ts'
import { letterTo, sayInChat } from './tell.ts'
import { trialMail, trialMessage } from './telling-texts.ts'

/** Lets a person see whether mails or chat messages reach him. */
export async function sendTrial(parts: JobParts, { userId, by }: Jobs['sendTrial']): Promise<void> {
  const person = await findPerson(parts.db, userId)
  if (!person) return
  const letter = await letterTo(parts, person)
  if (by === 'chat') await sayInChat(parts, person, trialMessage(letter))
  else await parts.mailSender.send({ to: person.email, ...trialMail(letter) })
}
