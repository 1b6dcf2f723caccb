import { findSite } from '../../db/find-site.ts'
import type { JobParts } from '../../job-parts.ts'
import { openChatUrl } from './chat-url.ts'
import type { Person } from './persons.repository.ts'
import type { Letter } from './telling-texts.ts'

/** To whom it is written, in whose language, from which site. */
export async function letterTo({ db, publicUrl }: JobParts, { name, locale }: Person): Promise<Letter> {
  const { name: siteName } = await findSite(db)
  return { name, locale, siteName, publicUrl }
}

/**
 * Says it in the person's chat, where he has one. Throws when the chat does not take it now; that it never will is only noted. Of the
 * address nothing is named but the host.
 */
export async function sayInChat({ secrets, outgoing, log }: JobParts, { userId, told }: Person, text: string): Promise<void> {
  const url = openChatUrl(secrets, userId, told.chatUrl)
  if (!url) return
  const { status } = await outgoing.post(url.href, JSON.stringify({ text })).catch((error: Error) => {
    throw new Error(`The chat at ${url.host} was not reached. ${error.message}`)
  })
  if (isRefusal(status)) log(`The chat at ${url.host} answered ${status} and is not asked again.`)
  else if (status < 200 || status > 299) throw new Error(`The chat at ${url.host} answered ${status}.`)
}

/** For good: not that it took too long (408) or was too much (429). */
function isRefusal(status: number): boolean {
  return status >= 400 && status <= 499 && status !== 408 && status !== 429
}
