import { join } from 'node:path'
import type { MailSender } from './mail-sender.ts'

interface Place {
  /** Undefined: mails are put into a folder of `dataDir`. */
  smtpUrl: string | undefined
  mailFrom: string
  dataDir: string
}

/** Sends mails where the configuration says. What writes them is loaded with the first mail. */
export function openMailSender(place: Place): MailSender {
  let sender: Promise<MailSender> | undefined
  return {
    async send(mail) {
      sender ??= load(place)
      await (await sender).send(mail)
    },
    async close() {
      await (await sender)?.close()
    },
  }
}

async function load({ smtpUrl, mailFrom: from, dataDir }: Place): Promise<MailSender> {
  if (smtpUrl === undefined) {
    const { folderMailSender } = await import('./folder-mail-sender.ts')
    return folderMailSender({ folder: join(dataDir, 'mail'), from })
  }
  const { smtpMailSender } = await import('./smtp-mail-sender.ts')
  return smtpMailSender({ url: smtpUrl, from })
}
