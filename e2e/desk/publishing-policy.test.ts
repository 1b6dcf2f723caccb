import type { UnitCard } from '@bantin/shared/units'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDesk, phone, uniqueTitle } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { goTo } from '../support/menu.ts'
import type { PageOptions } from '../support/open-page.ts'

async function unitIdOf(name: string): Promise<string> {
  const { data } = (await (await fetch(`${inject('siteUrl')}/api/v1/units`)).json()) as { data: UnitCard[] }
  return data.find((unit) => unit.name === name)?.id ?? ''
}

/** Whether this unit asks for more than the site; the journeys share their database, so it is put back. */
const removeIfThere = async (page: Page, unit: string): Promise<void> => {
  const button = page.getByRole('button', { name: `Bỏ ${unit}` })
  if ((await button.count()) === 0) return
  await button.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ', exact: true }).click()
  await page.getByText(`Đã bỏ “${unit}”.`).waitFor()
}

describe.each<[string, PageOptions, string]>([
  ['a desktop', {}, 'Hải quan cửa khẩu cảng Trà Giang'],
  ['a phone of 360 × 640', phone, 'Thống kê tỉnh Sông Trà'],
])('on %s', (_name, options, unit) => {
  test('an administrator asks for a second person in a unit, which holds for its articles, and takes it back', async () => {
    const publisher = await signInAs('publisher')
    const draft = await publisher.draft({ title: uniqueTitle('Bài của đơn vị'), unitId: await unitIdOf(unit) })
    const policy = async () => (await publisher.call<{ policy: string }>('GET', draft, '')).policy
    const page = await openDesk('admin', options)
    await goTo(page, 'Quy trình đăng')
    try {
      await page.getByRole('button', { name: 'Thêm đơn vị' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox', { name: 'Đơn vị' }).fill(unit)
      await dialog.getByRole('option', { name: unit }).click()
      expect(await axeFindings(page)).toEqual([])
      await dialog.getByRole('radio', { name: /^Cần người thứ hai duyệt/ }).check()
      await dialog.getByRole('button', { name: 'Thêm', exact: true }).click()
      await expect.poll(() => page.locator(':focus').textContent()).toBe(`Đã thêm “${unit}”.`)
      expect(await page.getByLabel(unit, { exact: true }).inputValue()).toBe('review')
      expect(await policy()).toBe('review')
      await page.getByLabel(unit, { exact: true }).selectOption('Luôn cần duyệt')
      await page.getByText(`Đã đổi quy trình của “${unit}”.`).waitFor()
      expect(await policy()).toBe('strict')
      await isClean(page)
    } finally {
      await removeIfThere(page, unit)
    }
    expect(await policy()).toBe('direct')
  })
})

test('two administrators change the policy of the site: the later one is told who was faster, and keeps the choice', async () => {
  const stale = { type: '', title: '', status: 412, code: 'version_stale' }
  const page = await openDesk('admin', { expected: ['status of 412'] })
  await goTo(page, 'Quy trình đăng')
  // The site's policy is that of every other journey: what was faster is played, and nothing is saved.
  await page.route('**/api/v1/editorial/settings', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({ status: 412, contentType: 'application/problem+json', body: JSON.stringify(stale) })
      : route.continue(),
  )
  await page.getByRole('radio', { name: /^Luôn cần người thứ hai duyệt/ }).check()
  await page.getByRole('button', { name: 'Lưu quy trình' }).click()
  await page.getByText(/Lựa chọn của bạn chưa được lưu\. Đang có hiệu lực: Người duyệt đăng tự đăng được ngay/).waitFor()
  expect(await page.getByRole('radio', { name: /^Luôn cần người thứ hai duyệt/ }).isChecked()).toBe(true)
  await isClean(page)
})

test('whoever may not change the policy reads it; whoever may not read it has no such page', async () => {
  const page = await openDesk('auditor')
  await goTo(page, 'Quy trình đăng')
  await page.getByText('Bạn xem được quy trình này; chỉ quản trị mới đổi được.').waitFor()
  expect(await page.locator('main').locator('button, input, select').count()).toBe(0)
  await isClean(page)
  const reporter = await openDesk('reporter')
  const pages = reporter.getByRole('navigation', { name: 'Các trang của ban biên tập' })
  await pages.getByRole('link', { name: 'Thư viện' }).waitFor()
  expect(await pages.getByRole('link', { name: 'Quy trình đăng' }).count()).toBe(0)
  await reporter.goto('/ban-bien-tap/quy-trinh')
  await reporter.getByText('Không có gì ở địa chỉ này, hoặc bạn không có quyền xem.').waitFor()
})
