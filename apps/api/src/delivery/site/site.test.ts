import { afterAll, beforeAll, expect, test } from 'vitest'
import { unknownId } from '../../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { sites } from '../../db/schema/sites.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const get = (path: string) => it.app.inject(`/api/v1${path}`)

test('the site says what its settings hold: addresses are absolute, and an alert is there for its time', async () => {
  expect((await get('/site')).json()).toMatchObject({
    shortName: null,
    logo: null,
    menus: [],
    alerts: [],
    home: [],
    genres: ['Tin', 'Bài', 'Phỏng vấn', 'Phóng sự ảnh'],
  })
  const alert = { id: unknownId, version: 1, level: 'warning' as const, text: 'Bão số 9', url: null, from: null, until: null }
  await it.database.db.update(sites).set({
    settings: {
      shortName: 'Cổng tỉnh',
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
        { ...alert, from: '2998-01-01T00:00:00+07:00' },
        { ...alert, level: 'danger', from: '2020-01-01T00:00:00+07:00' },
      ],
    },
  })
  const { level, text } = alert
  const site = (await get('/site')).json()
  expect(site).toMatchObject({
    shortName: 'Cổng tỉnh',
    menus: [{ name: 'footer', items: [{ url: 'http://localhost:3000/lien-he' }, { url: 'https://chinhphu.vn/' }] }],
  })
  expect(site.alerts).toEqual([
    { level: 'danger', text, url: null, until: null },
    { level, text, url: null, until: null },
    { level, text, url: 'http://localhost:3000/bai-viet/bao', until: '2999-01-01T00:00:00.000+07:00' },
  ])
})
