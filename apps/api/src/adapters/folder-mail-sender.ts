import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { messageOf } from './mail-message.ts'
import type { MailSender } from './mail-sender.ts'

interface Options {
  folder: string
  from: string
  /** The most files that are kept. */
  most?: number
}

const keptFor = 30 * 24 * 3_600_000

/**
 * Where there is no mail server: puts each mail into the folder as a file that mail programs open and people can read, for this user
 * alone, since links to set a password are among them. Files older than 30 days go, and the oldest when there are too many.
 */
export function folderMailSender({ folder, from, most = 1000 }: Options): MailSender {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async (mail) => {
      const { message } = await composer.sendMail({ ...messageOf(mail, from), text: '' })
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomBytes(4).toString('hex')}`
      const draft = join(folder, `.${name}`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(draft, withPlainText(String(message), mail.text), { mode: 0o600, flush: true })
      await rename(draft, join(folder, `${name}.eml`))
      await forgetOldest(folder, most)
    },
    close: async () => undefined,
  }
}

/** The library writes Vietnamese in codes, and breaks links in two; so its message has no text, and no word of how that is written. */
function withPlainText(message: string, text: string): string {
  const [head = ''] = message.split('\r\n\r\n', 1)
  const lines = head.split('\r\n').filter((line) => !/^content-(type|transfer-encoding):/i.test(line))
  const plain = [...lines, 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'].join('\r\n')
  return `${plain}\r\n\r\n${text.replaceAll(/\r\n|\r|\n/g, '\r\n')}\r\n`
}

/** By the times in their names. Another process may do the same. */
async function forgetOldest(folder: string, most: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^\.?\d{4}-/.test(name)).sort((a, b) => timeOf(b).localeCompare(timeOf(a)))
  const oldest = new Date(Date.now() - keptFor).toISOString().replaceAll(':', '-')
  const past = names.filter((name, index) => index >= most || timeOf(name) < oldest)
  await Promise.all(past.map((name) => rm(join(folder, name), { force: true })))
}

const timeOf = (name: string): string => name.replace(/^\./, '')
