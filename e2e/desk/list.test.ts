import { expect, inject, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { noSessionLine, openDesk, phone, signIn } from '../support/desk.ts'
import { openPage } from '../support/open-page.ts'

test('filters stand in the address, go with a reload, and back undoes nothing else', async () => {
  const page = await openDesk('publisher')
  await page.getByLabel('Trạng thái đăng').selectOption('Đang đăng')
  await page.getByLabel('Bản đang làm').selectOption('Chờ duyệt')
  await page.getByLabel('Của ai').selectOption('Bài của tôi')
  await page.getByLabel('Quá giờ hẹn').check()
  expect(new URL(page.url()).search).toBe('?ban-nhap=cho-duyet&trang-thai=dang-dang&cua=toi&qua-gio=true')
  await page.reload()
  expect(await page.getByLabel('Trạng thái đăng').inputValue()).toBe('dang-dang')
  expect(await page.getByLabel('Bản đang làm').inputValue()).toBe('cho-duyet')
  expect(await page.getByLabel('Của ai').inputValue()).toBe('toi')
  expect(await page.getByLabel('Quá giờ hẹn').isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Bỏ lọc' }).click()
  expect(new URL(page.url()).search).toBe('')
})

test('more articles are loaded on request and stand below those that were there', async () => {
  const page = await openDesk('publisher')
  // The demo has fewer articles than a page of the list: the same answers in smaller pages.
  await page.route('**/api/v1/editorial/articles?*', async (route) => {
    const url = new URL(route.request().url())
    url.searchParams.set('limit', '10')
    await route.continue({ url: url.href })
  })
  await page.getByLabel('Trạng thái đăng').selectOption('Đang đăng')
  // How often they were read comes a moment later.
  const rows = page.locator('main tbody tr td:first-child')
  await expect.poll(() => rows.count()).toBe(10)
  const first = await rows.allTextContents()
  await page.getByRole('button', { name: 'Tải thêm' }).click()
  await expect.poll(() => rows.count()).toBe(20)
  expect((await rows.allTextContents()).slice(0, 10)).toEqual(first)
})

test('an article chosen far down the list opens at its top, and the next Tab begins there', async () => {
  const page = await openDesk('publisher', { viewport: { width: 1280, height: 500 } })
  await page.getByLabel('Trạng thái đăng').selectOption('Đang đăng')
  await page.locator('main tbody tr').nth(15).locator('a').click()
  await page.getByRole('textbox', { name: 'Tiêu đề' }).waitFor()
  await expect.poll(() => page.evaluate(() => [window.scrollY, document.activeElement?.id])).toEqual([0, 'main'])
})

test('signing out ends the session, and no address alone can do it', async () => {
  const page = await openDesk('publisher')
  await page.goto('/dang-nhap?signOut=true')
  await page.waitForURL('**/ban-bien-tap/bai')
  await page.getByRole('button', { name: 'Nguyễn Minh Châu' }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await expect.poll(() => page.context().cookies()).toEqual([])
  await page.goto('/ban-bien-tap/bai')
  await page.waitForURL('**/dang-nhap?*')
})

test('a list that could not be read says so and is read again on request', async () => {
  const page = await openDesk('publisher', { expected: ['status of 400'] })
  const refusal = {
    status: 400,
    contentType: 'application/problem+json',
    body: '{"code":"invalid_request","status":400,"title":"","type":""}',
  }
  await page.route('**/api/v1/editorial/articles?*', (route) => route.fulfill(refusal))
  await page.getByLabel('Bản đang làm').selectOption('Bản nháp')
  await page.getByRole('button', { name: 'Thử lại' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.unroute('**/api/v1/editorial/articles?*')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0)
})

test('on a phone the articles are cards, and the first thing to press is "Viết tin"', async () => {
  const page = await openDesk('publisher', phone)
  expect(await page.locator('main table').count()).toBe(0)
  await page.locator('main li').first().waitFor()
  const first = page.locator('main').locator('a, button, select, input').first()
  expect(await first.textContent()).toBe('Viết tin')
  const box = await first.boundingBox()
  expect(box && box.y + box.height <= 640 && box.y > 320 && box.width > 300).toBe(true)
})

test('whoever is not signed in is asked to, and goes on to where he wanted; an address of elsewhere is not followed', async () => {
  const page = await openPage({ expected: [noSessionLine] })
  await page.goto('/ban-bien-tap/bai?trang-thai=thu-hoi')
  await signIn(page, 'editor')
  await page.waitForURL('**/ban-bien-tap/bai?trang-thai=thu-hoi')
  const other = await openPage({ expected: [noSessionLine] })
  await other.goto(`/dang-nhap?tiep=${encodeURIComponent('//evil.example/ban-bien-tap')}`)
  await signIn(other, 'editor')
  await other.waitForURL('**/ban-bien-tap/bai')
  expect(new URL(other.url()).origin).toBe(inject('siteUrl'))
})

test('the token is nowhere that a script of the page could find after it is gone: not in storage, not in a readable cookie', async () => {
  const page = await openDesk('publisher')
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))
  expect(stored).not.toMatch(/eyJ|refresh/)
})
