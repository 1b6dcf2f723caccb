import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { openDesk, phone, uniqueTitle } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { goTo } from '../support/menu.ts'
import type { PageOptions } from '../support/open-page.ts'

describe.each<[string, PageOptions]>([
  ['a desktop', {}],
  ['a phone of 360 × 640', phone],
])('on %s', (_name, options) => {
  test('an auditor finds who published an article, reads the details, and takes the rows out as a file', async () => {
    const title = uniqueTitle('Bài trong nhật ký')
    const { id } = await (await signInAs('publisher')).publish({ title })
    const page = await openDesk('auditor', options)
    await goTo(page, 'Nhật ký')
    await page
      .getByRole('button', { name: `Chỉ bài này: ${title}` })
      .first()
      .click()
    await page.waitForURL(`**/nhat-ky?bai=${id}`)
    const rows = page.locator('main details').filter({ hasText: 'Mã nội dung' })
    await expect.poll(() => rows.count()).toBe(2)
    if (options.viewport?.width === 360) await page.getByText('Lọc nhật ký').click()
    await page.getByLabel('Việc', { exact: true }).selectOption('Đăng')
    await page.getByLabel('Người thực hiện', { exact: true }).selectOption('Nguyễn Minh Châu')
    await page.getByText('Đang hiện 1 dòng').waitFor()
    await rows.locator('summary').click()
    await rows.getByText('127.0.0.1').or(rows.getByText('::1')).first().waitFor()
    await isClean(page)
    expect(new URL(page.url()).searchParams.get('viec')).toBe('article.publish')

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải về (CSV)' }).click()])
    await page.getByText(/^Đã tải về 1 dòng\./).waitFor()
    expect(download.suggestedFilename()).toMatch(/^nhat-ky-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await text(await download.createReadStream())).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`article.publish,article,${id}`)

    await page.reload()
    await page.getByText('Đang hiện 1 dòng').waitFor()
    await page.getByRole('link', { name: title }).click()
    await page.waitForURL(`**/bai/${id}`)
  })
})

test('days are filtered by, more rows are loaded on request, and nothing found is said', async () => {
  const page = await openDesk('auditor')
  await goTo(page, 'Nhật ký')
  const rows = page.locator('main tbody tr')
  await expect.poll(() => rows.count()).toBe(50)
  const first = await rows.allTextContents()
  await page.getByRole('button', { name: 'Xem tiếp' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(50)
  expect((await rows.allTextContents()).slice(0, 50)).toEqual(first)
  await page.getByLabel('Đến hết ngày').fill('2020-01-31')
  await page.waitForURL('**/nhat-ky?den=2020-01-31')
  await page.getByText('Không có dòng nào khớp với bộ lọc.').waitFor()
  await isClean(page)
  await page.getByRole('button', { name: 'Bỏ lọc' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(50)
  expect(new URL(page.url()).search).toBe('')
})

test('a log that cannot be reached says so and is read again on request; it is for those who may read it', async () => {
  const page = await openDesk('auditor', { expected: ['ERR_FAILED', 'status of 503'] })
  await page.route('**/api/v1/editorial/audit?*', (route) => route.abort('failed'))
  await goTo(page, 'Nhật ký')
  await page.getByText('Không kết nối được. Hãy kiểm tra mạng rồi thử lại.').waitFor()
  await isClean(page)
  await page.unroute('**/api/v1/editorial/audit?*')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await page.locator('main tbody tr').first().waitFor()
  const publisher = await openDesk('publisher')
  expect(await publisher.getByRole('link', { name: 'Nhật ký', exact: true }).count()).toBe(0)
  await publisher.goto('/ban-bien-tap/nhat-ky')
  await publisher.getByText('Không có gì ở địa chỉ này, hoặc bạn không có quyền xem.').waitFor()
})
