import type { Notification } from '@bantin/shared/notifications'
import type { UserLocale } from '@bantin/shared/user-locale'
import type { Mail } from '../../adapters/mail-sender.ts'
import { words } from './telling-words.ts'

/** To whom, and from where. */
export interface Letter {
  name: string
  locale: UserLocale
  siteName: string
  publicUrl: string
}

type Told = Pick<Notification, 'kind' | 'at' | 'article' | 'by' | 'note'>
type Written = Omit<Mail, 'to'>

/** One notification as a mail of its own. */
export function notificationMail(letter: Letter, told: Told): Written {
  const { said, short } = words[letter.locale]
  const title = titleOf(letter, told)
  const parts = [said[told.kind](whoOf(told)), `${title}\n${addressOf(letter, told)}`, noteOf(letter, told)]
  return { subject: `${short[told.kind]}: ${title}`, text: wholeMail(letter, parts) }
}

/** Several in one mail, the newest first, of `total`. */
export function digestMail(letter: Letter, listed: Told[], total: number): Written {
  const { digest, short, moment } = words[letter.locale]
  const items = listed.map((told) => {
    const head = `- ${short[told.kind]}: ${titleOf(letter, told)}`
    const who = [whoOf(told), moment(told.at)].filter(Boolean).join(', ')
    return [head, `  ${who}`, noteOf(letter, told) && `  ${oneLine(noteOf(letter, told) ?? '')}`, `  ${addressOf(letter, told)}`]
      .filter(Boolean)
      .join('\n')
  })
  const more = total > listed.length ? digest.more(total - listed.length) : undefined
  return { subject: `${digest.subject(total)} – ${letter.siteName}`, text: wholeMail(letter, [digest.lead, ...items, more]) }
}

/** One notification for a chat, where some signs call people or make links of their own. */
export function notificationMessage(letter: Letter, told: Told): string {
  const { said } = words[letter.locale]
  const parts = [`${said[told.kind](whoOf(told))} ${titleOf(letter, told)}`, noteOf(letter, told)].filter((part) => part !== undefined)
  return [...parts.map(harmless), addressOf(letter, told)].join('\n')
}

/** With what a person tries whether it arrives. */
export function trialMail(letter: Letter): Written {
  const { trial } = words[letter.locale]
  return { subject: `${trial.subject} – ${letter.siteName}`, text: wholeMail(letter, [trial.mail]) }
}

export function trialMessage(letter: Letter): string {
  return `${words[letter.locale].trial.message}\n${letter.publicUrl}/ban-bien-tap`
}

function wholeMail({ name, locale, siteName, publicUrl }: Letter, parts: (string | undefined)[]): string {
  const { hello, settings } = words[locale]
  const foot = `-- \n${siteName}\n${settings} ${publicUrl}/ban-bien-tap/thong-bao\n`
  return [hello(name), ...parts.filter((part) => part !== undefined), foot].join('\n\n')
}

function titleOf({ locale }: Letter, { article }: Told): string {
  return oneLine(article.title) || words[locale].untitled
}

function whoOf({ by }: Told): string | null {
  return by && oneLine(by)
}

function addressOf({ publicUrl }: Letter, { article }: Told): string {
  return `${publicUrl}/ban-bien-tap/bai/${article.id}`
}

function noteOf({ locale }: Letter, { kind, note }: Told): string | undefined {
  if (note === null) return undefined
  return kind === 'held' ? words[locale].reason(note) : words[locale].note(note)
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

/** Nobody is called by a title (`@all`, `<!channel>`), and no link says one thing and leads elsewhere. */
function harmless(text: string): string {
  return text
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('@', '＠')
    .replaceAll(/[[\]]/g, (sign) => (sign === '[' ? '［' : '］'))
}
