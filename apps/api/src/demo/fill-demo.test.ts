import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { createTestApp, type TestApp, testConfig } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import { fillDemo } from './fill-demo.ts'

let it: TestApp
beforeEach(async () => {
  it = await createTestApp()
})
afterEach(() => it.close())

describe('filling the demo', () => {
  test.each(['12345678', 'password', 'publisher@example.gov.vn'])(
    'with the password %s is refused in one line and changes nothing',
    async (password) => {
      const config = { ...testConfig, dataDir: temporaryFolder(), demoPassword: password }
      await unchanged(it, () =>
        expect(fillDemo({ db: it.database.db, mediaStore: it.mediaStore }, config)).rejects.toThrow(
          /^DEMO_PASSWORD is among the first that others try.*$/,
        ),
      )
    },
  )

  test('that was cut short is done by the next start, whose printed password lets people in', async () => {
    const config = { ...testConfig, dataDir: temporaryFolder() }
    const fullDisk = { ...it.mediaStore, put: () => Promise.reject(new Error('no space left')) }
    await expect(fillDemo({ db: it.database.db, mediaStore: fullDisk }, config)).rejects.toThrow('no space left')
    const access = await fillDemo({ db: it.database.db, mediaStore: it.mediaStore }, config)
    const payload = { email: access?.emails[0], password: access?.password }
    expect((await it.app.inject({ method: 'POST', url: '/api/v1/auth/login', payload })).statusCode).toBe(200)
    expect(await fillDemo({ db: it.database.db, mediaStore: it.mediaStore }, config)).toEqual(access)
  })
})
