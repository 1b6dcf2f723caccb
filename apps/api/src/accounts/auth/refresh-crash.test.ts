import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestSession, post, refreshTokenOf } from '../../../test/auth-client.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { buildApp } from '../../app.ts'
import { deriveKey } from '../../lib/keys.ts'
import { refresh } from './refresh.service.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const present = (token: string) => post(it, 'refresh', { cookie: token })

describe('a refresh token', () => {
  test('whose answer was lost in a crash opens the session to the process that takes over', async () => {
    const { token } = await openTestSession(it)
    // The first process stores the successor and dies before it answers.
    const keys = (secrets: string[]) => ({
      access: it.app.accessTokens,
      refresh: secrets.map((secret) => deriveKey(secret, 'refresh-token')) as [Buffer],
    })
    const lost = await refresh(it.app.db, keys([...testConfig.secrets]), token, '203.0.113.1')
    const second = await buildApp({ config: testConfig, database: it.database, mediaStore: it.mediaStore })
    const answer = await post({ ...it, app: second }, 'refresh', { cookie: token })
    await second.close()
    expect(refreshTokenOf(answer)).toBe(lost.refreshToken)
    // The one that takes over may already have a newer secret.
    const newer = keys(['a newer secret of the tests, 32 characters or more', ...testConfig.secrets])
    expect((await refresh(it.app.db, newer, token, '203.0.113.1')).refreshToken).toBe(lost.refreshToken)
    expect((await present(lost.refreshToken)).statusCode).toBe(200)
  })

  test('whose exchange was rolled back is as good as before', async () => {
    const { token } = await openTestSession(it)
    const broken = {
      access: { ...it.app.accessTokens, sign: () => '' },
      refresh: [deriveKey(testConfig.secrets[0], 'refresh-token')] as [Buffer],
    }
    const rolledBack = it.app.db.transaction(async (tx) => {
      await refresh(tx, broken, token, '203.0.113.1')
      throw new Error('killed')
    })
    await expect(rolledBack).rejects.toThrow('killed')
    expect((await present(token)).statusCode).toBe(200)
  })
})
