import type { Jobs } from '../../db/jobs.ts'
import type { JobParts } from '../../job-parts.ts'
import { passwordLinkMail } from './password-link-mail.ts'
import { tokenWithHash, urlOfLink } from './password-link-token.ts'
import { findLinkById } from './password-links.repository.ts'

/** Mails a link to the person whom it is for. Nothing is sent when it was used, closed or has expired since, or its secret is gone. */
export async function mailPasswordLink(
  { db, secrets, publicUrl, mailSender }: JobParts,
  { linkId }: Jobs['mailPasswordLink'],
): Promise<void> {
  const link = await findLinkById(db, linkId)
  const token = link && tokenWithHash(secrets, link.id, link.tokenHash)
  if (link === undefined || token === undefined) return
  await mailSender.send({ to: link.email, ...passwordLinkMail(link, urlOfLink(publicUrl, token)) })
}
