import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { sites } from '../../db/schema/sites.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const get = (path: string) => it.app.inject(`/api/v1${path}`)

test('the site says what its settings hold: addresses are absolute, and an alert goes when its time is over', async () => {
  expect((await get('/site')).json()).toMatchObject({
    shortName: null,
    logo: null,
    menus: [],
    alerts: [],
    genres: ['Tin', 'Bài', 'Phỏng vấn', 'Phóng sự ảnh'],
  })
  const alert = { level: 'danger' as const, text: 'Bão số 9' }
  await it.database.db.update(sites).set({
    settings: {
      shortName: 'Cổng tỉnh',
      logo: { src: '/assets/logo.svg', width: 96, height: 96 },
      menus: [
        {
          name: 'footer',
          items: [
            { name: 'Liên hệ', url: '/lien-he' },
            { name: 'Chính phủ', url: 'https://chinhphu.vn/' },
          ],
        },
      ],
      alerts: [
        alert,
        { ...alert, url: '/bai-viet/bao', until: '2999-01-01T00:00:00+07:00' },
        { ...alert, until: '2020-01-01T00:00:00+07:00' },
      ],
    },
  })
  expect((await get('/site')).json()).toMatchObject({
    shortName: 'Cổng tỉnh',
    logo: { src: 'http://localhost:3000/assets/logo.svg', width: 96, height: 96 },
    menus: [{ name: 'footer', items: [{ url: 'http://localhost:3000/lien-he' }, { url: 'https://chinhphu.vn/' }] }],
    alerts: [
      { ...alert, url: null, until: null },
      { ...alert, url: 'http://localhost:3000/bai-viet/bao', until: '2999-01-01T00:00:00.000+07:00' },
    ],
  })
})
