import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { folderMailSender } from './folder-mail-sender.ts'

const mail = {
  to: 'lien@example.gov.vn',
  subject: 'Mời chị vào Ban biên tập',
  text: `Chào chị Liên,\n\nhttps://tin.example.gov.vn/dang-nhap/mat-khau#${'a'.repeat(43)}\n`,
}
const open = (more: { most?: number } = {}) => {
  const folder = join(temporaryFolder(), 'mail')
  return { folder, sender: folderMailSender({ folder, from: 'ban-tin@localhost', ...more }) }
}

test('a mail becomes a file that mail programs open, people read and nobody else does', async () => {
  const { folder, sender } = open()
  await sender.send(mail)
  const [name = '', ...others] = readdirSync(folder)
  expect([name, others]).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.eml$/), []])
  const text = readFileSync(join(folder, name), 'utf8')
  expect(text.replaceAll('\r\n', '\n')).toContain(`\n\n${mail.text}`)
  const parsed = await simpleParser(text)
  expect([parsed.subject, parsed.text?.trim(), parsed.html]).toEqual([mail.subject, mail.text.trim(), false])
  expect(parsed.headers.get('from')).toMatchObject({ text: 'ban-tin@localhost' })
  expect(text.match(/^content-.*$/gim)?.map((line) => line.trim())).toEqual([
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ])
  expect([folder, join(folder, name)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600])
})

test('a title with line breaks makes no header', async () => {
  const { folder, sender } = open()
  await sender.send({ ...mail, subject: 'Tít\r\nBcc: evil@example.test\r\n\r\nThân khác' })
  const parsed = await simpleParser(readFileSync(join(folder, readdirSync(folder)[0] ?? '')))
  expect([parsed.headers.has('bcc'), parsed.subject]).toEqual([false, 'Tít Bcc: evil@example.test Thân khác'])
})

test('mails of more than 30 days ago are deleted, whole or half-written, and the oldest when there are too many; other files stay', async () => {
  const { folder, sender } = open({ most: 3 })
  mkdirSync(folder)
  const past = ['2020-01-01T00-00-00.000Z-aa.eml', '.2020-01-01T00-00-00.000Z-bb', 'ghi chú.txt']
  for (const name of past) writeFileSync(join(folder, name), '')
  await sender.send(mail)
  const [first] = readdirSync(folder)
  expect(readdirSync(folder)).toHaveLength(2)
  for (let sent = 0; sent < 3; sent += 1) await sender.send(mail)
  const left = readdirSync(folder)
  expect(left.filter((name) => name.endsWith('.eml'))).toHaveLength(3)
  expect([left.includes(first ?? ''), left.includes('ghi chú.txt')]).toEqual([false, true])
})
