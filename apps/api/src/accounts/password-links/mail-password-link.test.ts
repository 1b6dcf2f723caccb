import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailingParts } from '../../../test/mails.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { createUser } from '../../../test/users.ts'
import { passwordLinks } from '../../db/schema/sessions.ts'
import { createPasswordLink } from './create-password-link.ts'
import { mailPasswordLink } from './mail-password-link.job.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const linksOf = (userId: string) => it.app.db.select().from(passwordLinks).where(eq(passwordLinks.userId, userId)).orderBy(passwordLinks.id)

describe('the job that mails a link', () => {
  const mailOf = async (linkId: string, secrets = it.app.config.secrets) => {
    const { parts, mails } = mailingParts(it, { secrets })
    await mailPasswordLink(parts, { linkId })
    return mails
  }

  async function link(): Promise<{ id: string; userId: string; url: string }> {
    const userId = await createUser(it)
    const { url } = await createPasswordLink(it.app.db, it.app.config, { userId, kind: 'reset', createdBy: null })
    const [row] = await linksOf(userId)
    return { id: row?.id ?? '', userId, url }
  }

  test('finds the token with every secret that is configured, and sends nothing when its own is gone', async () => {
    const { id, url } = await link()
    const newer = 'a newer secret of the tests, 32 characters or more'
    expect((await mailOf(id, [newer, ...it.app.config.secrets]))[0]?.text).toContain(url)
    expect(await mailOf(id, [newer])).toEqual([])
  })

  test.each([
    ['used', { usedAt: sql`now()` }],
    ['closed', { revokedAt: sql`now()` }],
    ['expired', { expiresAt: sql`now() - interval '1 second'` }],
  ])('sends nothing for a link that is %s', async (_name, change) => {
    const { id, userId } = await link()
    expect(await mailOf(id)).toHaveLength(1)
    await it.app.db.update(passwordLinks).set(change).where(eq(passwordLinks.userId, userId))
    expect(await mailOf(id)).toEqual([])
  })

  test('fails when the mail cannot be sent, so that it is tried again', async () => {
    const { id } = await link()
    const mailSender = { send: () => Promise.reject(new Error('no server')), close: async () => undefined }
    await expect(mailPasswordLink(mailingParts(it, { mailSender }).parts, { linkId: id })).rejects.toThrow('no server')
  })

  test('writes in the language of the person', async () => {
    const { id, userId } = await link()
    await it.app.db.execute(sql`UPDATE users SET locale = 'en' WHERE id = ${userId}`)
    expect(await mailOf(id)).toMatchObject([{ subject: 'Reset your password – Cổng thông tin' }])
  })
})
