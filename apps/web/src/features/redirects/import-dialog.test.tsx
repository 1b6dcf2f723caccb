import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { ImportDialog } from './import-dialog.tsx'

afterEach(cleanup)

const done = vi.fn<(said: string) => void>()

function open(answers: object[]) {
  done.mockReset()
  const api = recordingApi({ 'POST /redirects/import': () => answers.shift() ?? 503 })
  renderWithApi(<ImportDialog onDone={done} onClose={() => undefined} />, api)
  return api
}

const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Danh sách' })
const paste = (text: string) => fireEvent.input(area(), { target: { value: text } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const fault = (place: number, field: string, code: string) => ({ in: 'body', pointer: `/redirects/${place}/${field}`, code, message: '' })

test('a list that is in is told with what was there already', async () => {
  const api = open([{ created: 2, unchanged: 1 }])
  paste('/a\t/x\n/b\t/y\n/c\t/z')
  press('Nhập')
  await vi.waitFor(() => expect(done).toHaveBeenCalledWith('Đã nhập 2 địa chỉ; 1 địa chỉ đã có sẵn.'))
  expect(api.changes()).toHaveLength(1)
})

test('each fault stands at its line; the right lines go in and the wrong ones are left to be mended', async () => {
  open([
    problem({ status: 400, errors: [fault(1, 'fromPathQuery', 'own_address'), fault(1, 'url', 'no_target')] }),
    problem({ status: 400, errors: [fault(1, 'fromPathQuery', 'own_address'), fault(1, 'url', 'no_target')] }),
    { created: 2, unchanged: 0 },
    { created: 1, unchanged: 0 },
  ])
  paste('/a;/x\n\n/don-vi;/\\y\n/c;/z')
  press('Nhập')
  await screen.findByText(/^1 trong 3 dòng có lỗi\./)
  const line = screen.getByText('Dòng 3:').parentElement
  expect(line?.textContent).toBe(
    'Dòng 3: Đây là trang của chính mình, nên không dẫn đi nơi khác được. Nơi đến phải là địa chỉ http(s), hoặc đường dẫn bắt đầu bằng /.',
  )
  press('Nhập các dòng đúng, để lại dòng lỗi')
  await screen.findByText(/2 dòng đã nhập\./)
  expect(area().value).toBe('/don-vi;/\\y')
  expect(screen.getByText('Dòng 1:')).toBeDefined()
  expect(done).not.toHaveBeenCalled()
  paste('/tin;/y')
  press('Nhập')
  await vi.waitFor(() => expect(done).toHaveBeenCalledWith('Đã nhập 1 địa chỉ.'))
})

test('nothing pasted is said, nothing sent; without an answer the list stays and can be sent again', async () => {
  const api = open([problem({ status: 503 }), { created: 1, unchanged: 0 }])
  press('Nhập')
  expect(screen.getByText('Hãy dán ít nhất một dòng.')).toBeDefined()
  expect(api.sent).toEqual([])
  paste('/a;/x')
  press('Nhập')
  await screen.findByText('Máy chủ đang bận. Hãy thử lại sau ít phút.')
  expect(area().value).toBe('/a;/x')
  press('Thử lại')
  await vi.waitFor(() => expect(done).toHaveBeenCalled())
})
