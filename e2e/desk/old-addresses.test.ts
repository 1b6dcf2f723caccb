import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDesk, phone, uniqueTitle } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { goTo } from '../support/menu.ts'
import { openPage, type PageOptions } from '../support/open-page.ts'

/** An address of the former site that no other test uses. */
const oldPath = () => `/tin-cu/${crypto.randomUUID()}`
const dialogOf = (page: Page) => page.getByRole('dialog')
const save = (page: Page) => dialogOf(page).getByRole('button', { name: 'Lưu' }).click()

/** What readers asked for is written once a minute: the list is answered as it will be then. */
async function askedInVain(page: Page, path: string): Promise<void> {
  const data = [{ path, count: 37, lastAskedOn: '2026-08-01' }]
  await page.route('**/api/v1/editorial/missing-paths*', (route) => route.fulfill({ json: { from: '2026-07-03', to: '2026-08-01', data } }))
}

describe.each<[string, PageOptions]>([
  ['a desktop', {}],
  ['a phone of 360 × 640', phone],
])('on %s', (_name, options) => {
  test('an address that was asked for in vain is led to an article, and readers come there', async () => {
    const title = uniqueTitle('Bài ở trang mới')
    const { slug } = await (await signInAs('publisher')).publish({ title })
    const path = oldPath()
    const page = await openDesk('publisher', options)
    await askedInVain(page, path)
    await goTo(page, 'Địa chỉ cũ')
    await page.getByRole('link', { name: 'Không tìm thấy trang' }).click()
    await page.getByText('37').first().waitFor()
    const views = page.getByRole('navigation', { name: 'Địa chỉ cũ' })
    expect(await views.locator('[aria-current]').allTextContents()).toEqual(['Không tìm thấy trang'])
    await isClean(page)
    await page.getByRole('button', { name: `Dẫn đi nơi khác: ${path}` }).click()
    expect(
      await dialogOf(page)
        .getByRole('textbox', { name: /^Địa chỉ cũ/ })
        .inputValue(),
    ).toBe(path)
    await dialogOf(page).getByRole('combobox', { name: 'Tìm bài' }).fill(title)
    await dialogOf(page).getByRole('option', { name: title }).click()
    expect(await axeFindings(page)).toEqual([])
    await save(page)
    await expect.poll(() => page.locator(':focus').textContent()).toBe(`Đã thêm ${path}.`)
    expect(await page.getByRole('button', { name: `Dẫn đi nơi khác: ${path}` }).count()).toBe(0)

    const reader = await openPage()
    await reader.goto(path)
    await reader.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(new URL(reader.url()).pathname).toBe(`/bai-viet/${slug}`)
  })

  test('a whole link is pasted, found again, led elsewhere and deleted', async () => {
    const path = oldPath()
    const page = await openDesk('publisher', options)
    await goTo(page, 'Địa chỉ cũ')
    await page.getByRole('button', { name: 'Thêm địa chỉ cũ' }).click()
    await save(page)
    await dialogOf(page).getByText('Hãy ghi địa chỉ cũ.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await dialogOf(page)
      .getByRole('textbox', { name: /^Địa chỉ cũ/ })
      .fill(`https://cu.example.gov.vn${path}?id=15#top`)
    await dialogOf(page).getByRole('radio', { name: 'Một địa chỉ' }).check()
    await dialogOf(page).getByRole('textbox', { name: 'Địa chỉ mới' }).fill('/don-vi')
    await save(page)
    await page.getByText(`Đã thêm ${path}?id=15.`).waitFor()

    await page.getByRole('searchbox', { name: 'Tìm trong địa chỉ cũ' }).fill(`http://cu.example.gov.vn${path}`)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/dia-chi-cu?tim=${encodeURIComponent(path)}`)
    await page.getByText('Đang hiện 1 địa chỉ').waitFor()
    const views = page.getByRole('navigation', { name: 'Địa chỉ cũ' })
    expect(await views.locator('[aria-current]').allTextContents()).toEqual(['Đã có nơi dẫn đến'])
    await isClean(page)
    await page.getByRole('button', { name: `Sửa ${path}?id=15` }).click()
    await dialogOf(page).getByRole('textbox', { name: 'Địa chỉ mới' }).fill('/chuyen-muc/kinh-te')
    await save(page)
    await page.getByRole('link', { name: '/chuyen-muc/kinh-te' }).waitFor()
    const led = await fetch(`${inject('siteUrl')}${path}?id=15`, { redirect: 'manual' })
    expect([led.status, led.headers.get('location')]).toEqual([308, '/chuyen-muc/kinh-te'])

    await page.getByRole('button', { name: `Xoá ${path}?id=15` }).click()
    await dialogOf(page).getByRole('button', { name: 'Xoá' }).click()
    await page.getByText(`Không có địa chỉ cũ nào chứa “${path}”.`).waitFor()
    expect((await fetch(`${inject('siteUrl')}${path}?id=15`)).status).toBe(404)
  })
})

test('a pasted list says at which lines it is wrong, takes the others, and lets them be mended', async () => {
  const [one, two] = [oldPath(), oldPath()]
  const page = await openDesk('publisher', { expected: ['status of 400'] })
  await goTo(page, 'Địa chỉ cũ')
  await page.getByRole('button', { name: 'Dán danh sách' }).click()
  const list = dialogOf(page).getByRole('textbox', { name: 'Danh sách' })
  await list.fill(`${one}\t/don-vi\n/don-vi\t/\n${two};javascript:alert(1)`)
  await dialogOf(page).getByRole('button', { name: 'Nhập', exact: true }).click()
  await dialogOf(page).getByText('1 trong 3 dòng có lỗi.').waitFor()
  await list.fill(`${one}\t/don-vi\n/don-vi\t/\n${two}\tjavascript:alert(1)`)
  await dialogOf(page).getByRole('button', { name: 'Nhập', exact: true }).click()
  await dialogOf(page).getByText('2 trong 3 dòng có lỗi.').waitFor()
  await dialogOf(page).getByText('Dòng 2: Đây là trang của chính mình, nên không dẫn đi nơi khác được.').waitFor()
  await dialogOf(page).getByText('Dòng 3: Nơi đến phải là địa chỉ http(s), hoặc đường dẫn bắt đầu bằng /.').waitFor()
  await isClean(page)
  await dialogOf(page).getByRole('button', { name: 'Nhập các dòng đúng, để lại dòng lỗi' }).click()
  await dialogOf(page).getByText('1 dòng đã nhập.').waitFor()
  expect(await list.inputValue()).toBe(`/don-vi\t/\n${two}\tjavascript:alert(1)`)
  await list.fill(`${two}\thttps://moi.example/a`)
  await dialogOf(page).getByRole('button', { name: 'Nhập', exact: true }).click()
  await page.getByText('Đã nhập 1 địa chỉ.').waitFor()
  expect((await fetch(inject('siteUrl') + two, { redirect: 'manual' })).headers.get('location')).toBe('https://moi.example/a')
})

test('an auditor looks and is given nothing to change', async () => {
  const page = await openDesk('auditor')
  await goTo(page, 'Địa chỉ cũ')
  await page.getByText('Bạn xem được danh sách này nhưng không sửa được.').waitFor()
  expect(await page.locator('main').getByRole('button').allTextContents()).toEqual(['Tìm'])
})
