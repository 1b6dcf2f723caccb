import type { Jobs } from '../../db/jobs.ts'
import type { JobParts } from '../../job-parts.ts'
import { accountNoticeMail } from './account-notice-mail.ts'
import { findNoticeParts } from './notices.repository.ts'

/** Tells a person what somebody else has done to his account, however he wants to be told of articles, and whether or not it is disabled. */
export async function mailAccountNotice({ db, mailSender }: JobParts, { userId, about, to }: Jobs['mailAccountNotice']): Promise<void> {
  const parts = await findNoticeParts(db, userId)
  if (parts) await mailSender.send({ to, ...accountNoticeMail(about, parts) })
}
