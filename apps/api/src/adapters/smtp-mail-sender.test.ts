import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { smtpMailSender } from './smtp-mail-sender.ts'

interface Received {
  mail: ParsedMail
  from: string
  to: string[]
  user: string | undefined
  isEncrypted: boolean
  connection: string
}

/** A mail server on this machine, and what it has taken. */
async function startServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // Else it says that its certificate is the library's.
    logger: false,
    onData: (stream, { envelope: { mailFrom, rcptTo }, user, secure, id }, callback) => {
      simpleParser(stream).then((mail) => {
        const from = mailFrom ? mailFrom.address : ''
        received.push({ mail, from, to: rcptTo.map(({ address }) => address), user: user?.toString(), isEncrypted: secure, connection: id })
        callback()
      }, callback)
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return { received, server, port: (server.server.address() as AddressInfo).port }
}

function senderTo(url: string) {
  const sender = smtpMailSender({ url, from: 'ban-tin@example.gov.vn' })
  onTestFinished(() => sender.close())
  return sender
}

const mail = {
  to: 'lien@example.gov.vn',
  subject: 'Bài “Khởi công cầu Cái Đôi” chờ duyệt',
  text: 'Chào chị Liên,\n\nCó bài chờ duyệt.\n.\nhttps://tin.example.gov.vn/ban-bien-tap/bai/1\n',
}

describe('a mail', () => {
  test('arrives with its Vietnamese subject and text, from the address that was configured, as plain text', async () => {
    const { received, port } = await startServer()
    await senderTo(`smtp://127.0.0.1:${port}`).send(mail)
    const [first] = received
    expect(first).toMatchObject({ from: 'ban-tin@example.gov.vn', to: [mail.to], isEncrypted: false })
    expect([first?.mail.subject, first?.mail.text, first?.mail.html]).toEqual([mail.subject, mail.text, false])
    expect(first?.mail.headers.get('from')).toMatchObject({ text: 'ban-tin@example.gov.vn' })
    expect(first?.mail.headers.get('auto-submitted')).toBe('auto-generated')
  })

  test('goes over the connection of the one before, several at once too', async () => {
    const { received, port } = await startServer()
    const sender = senderTo(`smtp://127.0.0.1:${port}`)
    await Promise.all([sender.send(mail), sender.send(mail), sender.send(mail)])
    expect(new Set(received.map(({ connection }) => connection)).size).toBe(1)
  })

  test('goes encrypted and signed in where the server asks for it', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _session, callback) =>
      username === 'ban-tin' && password === 'mật/khẩu' ? callback(null, { user: username }) : callback(new Error('no'))
    const { received, port } = await startServer({ authOptional: false, disabledCommands: [], onAuth })
    const password = encodeURIComponent('mật/khẩu')
    await senderTo(`smtp://ban-tin:${password}@127.0.0.1:${port}?tls.rejectUnauthorized=false`).send(mail)
    expect(received).toMatchObject([{ user: 'ban-tin', isEncrypted: true }])
  })

  test.each([
    ['subject', { subject: 'Tít\r\nBcc: evil@example.test\r\n\r\nThân khác' }],
    ['address', { to: 'lien@example.gov.vn>\r\nRCPT TO:<evil@example.test>' }],
    ['list of addresses', { to: 'evil@example.test, lien@example.gov.vn' }],
  ])('takes no header and no recipient from its %s', async (_what, change) => {
    const { received, port } = await startServer()
    await senderTo(`smtp://127.0.0.1:${port}`)
      .send({ ...mail, ...change })
      .catch(() => undefined)
    expect(received.flatMap(({ to }) => to)).not.toContain('evil@example.test')
    for (const { to, mail: taken } of received) {
      expect([to.length, taken.headers.has('bcc'), taken.text]).toEqual([1, false, mail.text])
    }
  })
})

describe('a mail that is not taken throws, without the address in the message', () => {
  test('by a server that refuses the recipient', async () => {
    const { port } = await startServer({ onRcptTo: (_address, _session, callback) => callback(new Error(`no ${mail.to} here`)) })
    await expect(senderTo(`smtp://127.0.0.1:${port}`).send(mail)).rejects.toThrow(/^The mail server did not take a mail: EENVELOPE 550$/)
  })

  test('by a server that is not there, and the next is taken when it is', async () => {
    const { server, port } = await startServer()
    await new Promise<void>((resolve) => server.close(() => resolve()))
    const sender = senderTo(`smtp://127.0.0.1:${port}`)
    await expect(sender.send(mail)).rejects.toThrow(/^The mail server did not take a mail: ESOCKET ECONNREFUSED$/)
    const again = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, callback) => stream.resume().on('end', callback),
    })
    again.listen(port, '127.0.0.1')
    await once(again.server, 'listening')
    onTestFinished(() => new Promise((resolve) => again.close(() => resolve())))
    await sender.send(mail)
    await sender.close()
  })

  test('by a server to which the password would go in the clear: it does not go', async () => {
    const asked: string[] = []
    const onAuth: SMTPServerOptions['onAuth'] = ({ username = '' }, _session, callback) => {
      asked.push(username)
      callback(null, { user: username })
    }
    const { port } = await startServer({ allowInsecureAuth: true, onAuth })
    // An address of this machine that does not look like one, and a name that looks like one.
    for (const host of ['0.0.0.0', '127.1']) {
      await expect(senderTo(`smtp://ban-tin:mat-khau@${host}:${port}`).send(mail)).rejects.toThrow(/ETLS/)
    }
    expect(asked).toEqual([])
    await senderTo(`smtp://ban-tin:mat-khau@LOCALHOST:${port}`).send(mail)
    expect(asked).toEqual(['ban-tin'])
  })
})
