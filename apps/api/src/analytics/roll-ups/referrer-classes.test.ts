import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { rollUp } from './roll-up.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const hosts = {
  portal: `dichvucong.gov.vn chinhphu.vn xaydungchinhsach.chinhphu.vn quochoi.vn www.bandantoc.gov.vn www.gov.uk usa.gov service-public.gouv.fr
    laogov.gov.la`,
  search: `google.com www.google.com.vn www.google.co.uk news.google.com bing.com www.bing.com cn.bing.com coccoc.com www.coccoc.com
    vn.search.yahoo.com search.yahoo.co.jp duckduckgo.com yandex.ru yandex.com.tr ya.ru www.baidu.com chatgpt.com www.perplexity.ai
    search.brave.com com.google.android.googlequicksearchbox`,
  social: `facebook.com l.facebook.com m.facebook.com lm.facebook.com zalo.me chat.zalo.me oa.zalo.me m.youtube.com youtu.be x.com t.co t.me
    m.me www.tiktok.com l.instagram.com www.threads.net lnkd.in web.telegram.org com.zing.zalo`,
  other: `netflix.com t.vn x.org mail.google.com translate.google.com com.google.android.gm mail.yahoo.com vnexpress.net baochinhphu.vn
    notgoogle.com facebook.com.evil.test gov.vn.evil.test mygov.vn.com bing.com.evil.test 192.0.2.1 intranet`,
}

test('a visit counts for the class of the host that it came from: real hosts of services, their mail and their imitators', async () => {
  const named = Object.entries(hosts).flatMap(([name, list]) => list.split(/\s+/).map((host) => ({ host, class: name })))
  const { rows } = await rolledUp(
    '2026-06-01',
    named.map(({ host }) => host),
  )
  const found = new Map(rows.map((row) => [row.host, row.class]))
  expect(named.map(({ host }) => ({ host, class: found.get(host) }))).toEqual(named)
})

test('of a day with more than five hundred hosts the rare ones are summed up by class, and nothing is lost', async () => {
  const many = Array.from({ length: 520 }, (_, n) => `noi-den-${String(n).padStart(3, '0')}.example`)
  const { rows } = await rolledUp('2026-06-02', [...many, ...many.slice(0, 400), 'a.gov.vn', 'zz.gov.vn', 'zz.zalo.me'])
  expect(rows.filter(({ host }) => host === '*')).toEqual([
    { host: '*', class: 'other', visits: 21 },
    { host: '*', class: 'portal', visits: 1 },
    { host: '*', class: 'social', visits: 1 },
  ])
  expect(rows.length).toBe(503)
  expect(rows.reduce((sum, { visits }) => sum + visits, 0)).toBe(923)
})

/** What is rolled up of a day with a visit from each of the hosts. */
async function rolledUp(day: string, from: string[]) {
  const { db } = it.database
  const { id: siteId } = await findSite(db)
  await db.execute(sql`
    INSERT INTO hits (local_day, id, at, local_hour, site_id, path, visit, referrer_host)
    SELECT ${day}::date, gen_random_uuid(), ${`${day}T05:00:00Z`}::timestamptz, 12, ${siteId}::uuid, '/', true, host
    FROM unnest(${sql.param(from)}::text[]) AS host`)
  await rollUp(db, new Date(`${day}T06:00:00Z`))
  return await db.execute<{ host: string; class: string; visits: number }>(sql`
    SELECT host, class, visits FROM stat_referrers WHERE cut = 'site' AND period = 'day' AND starts_on = ${day}::date ORDER BY 1, 2`)
}
