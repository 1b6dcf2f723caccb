import type { CarriedOutReorganization, ReorganizationEffects } from '@bantin/shared/reorganizations'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../../test/recording-api.tsx'
import { CarriedOut } from './carried-out.tsx'
import { useWizard } from './use-wizard.ts'
import { WizardView } from './wizard-view.tsx'

const said = { said: null, done: vi.fn(), failed: vi.fn(), hush: vi.fn() }
beforeEach(() => {
  for (const say of [said.done, said.failed, said.hush]) say.mockReset()
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const units = [
  { id: 'u1', name: 'Sở Nội vụ (SNV)' },
  { id: 'u2', name: 'Sở Lao động' },
]
const effects: ReorganizationEffects = {
  on: '2025-03-01',
  made: [{ id: 'u3', name: 'Sở Mới' }],
  ended: [
    { id: 'u1', name: 'Sở Nội vụ', kind: 'merged', successors: [{ id: 'u3', name: 'Sở Mới' }] },
    { id: 'u2', name: 'Sở Lao động', kind: 'merged', successors: [{ id: 'u3', name: 'Sở Mới' }] },
  ],
  renamed: [],
  moved: [],
  appointments: [
    {
      id: 'a1',
      person: { id: 'p1', name: 'Ông An' },
      post: 'Giám đốc',
      unit: { id: 'u1', name: 'Sở Nội vụ' },
      goesOnIn: { id: 'u3', name: 'Sở Mới' },
    },
    {
      id: 'a2',
      person: { id: 'p2', name: 'Bà Bình' },
      post: 'Giám đốc',
      unit: { id: 'u2', name: 'Sở Lao động' },
      goesOnIn: { id: 'u3', name: 'Sở Mới' },
    },
  ],
  joined: [],
  left: [],
  roles: [],
  articles: 12,
}
const trial = 'POST /units/reorganize?dryRun=true'
const deed = 'POST /units/reorganize'

function Wizard() {
  return <WizardView wizard={useWizard('2025-03-01')} units={units} mayStandAlone saying={said} />
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
function choose(typed: string, option: string): void {
  fireEvent.input(screen.getByRole('combobox', { name: /Tìm/ }), { target: { value: typed } })
  fireEvent.click(screen.getByRole('option', { name: option }))
}
function fillMerger(): void {
  press('Tiếp tục')
  choose('snv', 'Sở Nội vụ (SNV)')
  choose('lao dong', 'Sở Lao động')
  press('Tiếp tục')
  fireEvent.input(screen.getByLabelText('Tên đơn vị (bắt buộc)'), { target: { value: ' Sở Mới ' } })
  press('Tiếp tục')
}

test('a merger is tried before it is done, says each effect, and is done only after a question that says how many there are', async () => {
  const api = recordingApi({ [trial]: effects, [deed]: effects })
  renderWithApi(<Wizard />, api)
  fillMerger()
  fireEvent.click(await screen.findByRole('checkbox', { name: /Bà Bình/ }))
  press('Tiếp tục')
  await screen.findByText('Sẽ có 5 thay đổi từ 01/03/2025. Chưa có gì được lưu.')
  screen.getByText('Sở Nội vụ kết thúc; kế tục: Sở Mới.')
  screen.getByText('12 bài viết giữ nguyên, dưới tên đơn vị vào ngày của bài.')
  press('Thực hiện sắp xếp')
  expect(await screen.findByText(/^5 thay đổi sẽ được ghi/)).toBeTruthy()
  expect(api.sent.filter(({ line }) => line === deed)).toEqual([])
  fireEvent.click(screen.getAllByRole('button', { name: 'Thực hiện sắp xếp' }).at(-1) as HTMLElement)
  await waitFor(() => expect(said.done).toHaveBeenCalledWith('Đã sắp xếp: 5 thay đổi, có hiệu lực từ 01/03/2025.'))
  const made = { make: { name: 'Sở Mới', shortName: null, kind: 'department' } }
  const plan = { verb: 'merge', on: '2025-03-01', unitIds: ['u1', 'u2'], into: made }
  expect(api.sent.filter(({ line }) => line === trial).map(({ body }) => body)).toEqual([plan, { ...plan, appointmentIds: ['a1'] }])
  expect(api.sent.filter(({ line }) => line === deed)).toEqual([
    expect.objectContaining({ body: { ...plan, appointmentIds: ['a1'] }, key: expect.stringMatching(/./) }),
  ])
})

test('a step that lacks something says what and sends nothing; going back keeps what was filled in', async () => {
  const api = recordingApi({ [trial]: effects })
  renderWithApi(<Wizard />, api)
  press('Tiếp tục')
  press('Tiếp tục')
  screen.getByText('Hãy chọn ít nhất một đơn vị.')
  press('Quay lại')
  fillMerger()
  await screen.findByRole('checkbox', { name: /Ông An/ })
  press('Quay lại')
  expect((screen.getByLabelText('Tên đơn vị (bắt buộc)') as HTMLInputElement).value).toBe(' Sở Mới ')
  press('Quay lại')
  expect(screen.getAllByRole('button', { name: /^Bỏ Sở/ })).toHaveLength(2)
})

test('a plan that the rules refuse says which rule, offers nothing to do, and leads to the step', async () => {
  const rule = { in: 'body', pointer: '', code: 'unit_parents_no_cycle', message: 'a cycle' }
  renderWithApi(<Wizard />, recordingApi({ [trial]: () => problem({ status: 409, errors: [rule] }) }))
  fillMerger()
  await screen.findByText('Đơn vị không thể trực thuộc một đơn vị đang trực thuộc nó.')
  press('Sửa ở bước “Đơn vị”')
  screen.getByRole('heading', { name: 'Bước 2/5: Đơn vị' })
  screen.getByText('Đơn vị không thể trực thuộc một đơn vị đang trực thuộc nó.')
})

test('what the answer names is said at its field', async () => {
  const rule = { in: 'body', pointer: '/into/make/name', code: 'invalid', message: 'no name' }
  renderWithApi(<Wizard />, recordingApi({ [trial]: () => problem({ status: 422, code: 'invalid_request', errors: [rule] }) }))
  fillMerger()
  fireEvent.click(await screen.findByRole('button', { name: 'Sửa ở bước “Đơn vị kế tục”' }))
  expect(screen.getByLabelText('Tên đơn vị (bắt buộc)').getAttribute('aria-invalid')).toBe('true')
})

test('only the last one is undone, after a question, and it is said why it cannot be', async () => {
  const last: CarriedOutReorganization = {
    id: 'r2',
    at: '2025-03-01T03:00:00Z',
    by: { id: 'x', name: 'Chị Hoa' },
    on: '2025-03-01',
    verb: 'merge',
    undoneAt: null,
    canBeUndone: true,
  }
  const list = { data: [last, { ...last, id: 'r1', verb: 'close', canBeUndone: false }], page: { next: null } }
  const api = recordingApi({ 'GET /reorganizations': list, 'POST /reorganizations/r2/undo': 409 })
  renderWithApi(<CarriedOut saying={said} />, api)
  await screen.findByText('Kết thúc từ 01/03/2025')
  screen.getByText('Không hoàn tác được, vì sau đó đã có lần sắp xếp khác.')
  press('Hoàn tác')
  expect(api.changes()).toEqual([])
  fireEvent.click(screen.getAllByRole('button', { name: 'Hoàn tác' }).at(-1) as HTMLElement)
  await waitFor(() => expect(said.failed).toHaveBeenCalledWith(expect.stringContaining('Không hoàn tác được')))
})
