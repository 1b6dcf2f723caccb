import { isIPv4 } from 'node:net'
import nodemailer from 'nodemailer'
import { messageOf } from './mail-message.ts'
import type { MailSender } from './mail-sender.ts'

const limits = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
const wholeDelivery = 30_000

/**
 * Hands mails to the server at `url`, one after the other on one connection. A password is only sent encrypted, but to this machine.
 * `send` throws what the server said by its codes, without addresses: it stands in the log.
 */
export function smtpMailSender({ url, from }: { url: string; from: string }): MailSender {
  const { username, hostname } = new URL(url)
  const requireTLS = username !== '' && !isThisMachine(hostname)
  // What the address itself says (`?requireTLS=false`) goes before.
  const transport = nodemailer.createTransport({ pool: true, maxConnections: 1, maxRequeues: 1, requireTLS, ...limits, url })
  // Of an idle connection that breaks; the next mail makes another.
  transport.on('error', () => undefined)
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({ ...messageOf(mail, from), signal: AbortSignal.timeout(wholeDelivery) })
      } catch (error) {
        throw new Error(`The mail server did not take a mail: ${codesOf(error)}`)
      }
    },
    close: async () => transport.close({ force: true }),
  }
}

/** By its address, not by a name that begins like one. */
function isThisMachine(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'))
}

function codesOf(error: unknown): string {
  const { code, originalCode, responseCode } = error as { code?: unknown; originalCode?: unknown; responseCode?: unknown }
  return [code, originalCode, responseCode].filter((one) => one !== undefined).join(' ') || 'no code'
}
