import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { block, typeBlock } from './test-body.ts'
import { field, openForm, pass, press, type } from './test-desk.tsx'
import { createServer, type TestServer } from './test-server.ts'

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ now: new Date('2021-12-28T07:00:00+07:00') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const puts = ({ sent }: TestServer) => sent.map(({ line, version, body }) => [line.split(' ')[0], version, body])
const onDevice = () => JSON.stringify(localStorage)
const state = () => screen.getByText(/^(Đã lưu lúc|Chưa lưu|Đang lưu)/).textContent

describe('what is typed', () => {
  test('is saved by itself five seconds after the last change, and only what changed', async () => {
    const server = createServer()
    openForm(server)
    type('Tiêu đề', 'Tít mới')
    await pass(4)
    type('Tiêu đề', 'Tít mới hơn')
    await pass(4)
    expect(server.sent).toEqual([])
    await pass(1)
    expect(server.sent).toMatchObject([{ line: `PUT /${server.article.id}/autosave` }])
    expect(puts(server)).toEqual([['PUT', '"3"', { title: 'Tít mới hơn' }]])
    expect(state()).toMatch(/^Đã lưu lúc/)
    expect(onDevice()).not.toContain('Tít mới')
    await pass(60)
    expect(server.sent).toHaveLength(1)
  })

  test('is saved every thirty seconds while somebody writes without a rest', async () => {
    const server = createServer()
    openForm(server)
    for (let second = 0; second < 62; second += 2) {
      type('Tiêu đề', `Tít ${second}`)
      await pass(2)
    }
    expect(server.sent).toHaveLength(2)
  })

  test('is saved when the window is left', async () => {
    const server = createServer()
    openForm(server)
    type('Tiêu đề', 'Tít mới')
    fireEvent.blur(window)
    await pass(0)
    expect(puts(server)).toEqual([['PUT', '"3"', { title: 'Tít mới' }]])
  })

  test('is not announced each time, but when somebody asked for it', async () => {
    openForm(createServer())
    type('Tiêu đề', 'Tít mới')
    await pass(5)
    expect(screen.getByText(/^Đã lưu lúc/).getAttribute('aria-live')).toBe('off')
    press('Lưu')
    await pass(0)
    expect(screen.getByText(/^Đã lưu lúc/).getAttribute('aria-live')).toBe('polite')
  })

  test('of an incomplete form stays on the device, and nothing is said while one writes', async () => {
    const server = createServer()
    openForm(server)
    type('Tiêu đề', '')
    type('Sapo', 'Một câu.')
    await pass(40)
    expect(server.sent).toEqual([])
    expect(field('Tiêu đề').getAttribute('aria-invalid')).toBeNull()
    expect(screen.queryByText('Bài cần có tiêu đề.')).toBeNull()
    expect(onDevice()).toContain('Một câu.')
  })

  test('of a new article waits for its first save', async () => {
    const server = createServer()
    openForm(server, true)
    type('Tiêu đề', 'Bài mới')
    await pass(60)
    expect(server.sent).toEqual([])
  })

  test('stays in its field: nothing is mounted anew by a save', async () => {
    openForm(createServer())
    const [title, paragraph] = [field('Tiêu đề'), block(1)]
    const written = vi.spyOn(title, 'value', 'set')
    typeBlock(1, 'Đoạn mới.')
    await pass(5)
    expect(state()).toMatch(/^Đã lưu lúc/)
    expect([field('Tiêu đề') === title, block(1) === paragraph]).toEqual([true, true])
    expect(written).not.toHaveBeenCalled()
  })
})

describe('one request at a time', () => {
  test('what is typed meanwhile goes with the next one', async () => {
    const server = createServer()
    openForm(server)
    const answer = held(server)
    type('Tiêu đề', 'Tít một')
    await pass(5)
    type('Tiêu đề', 'Tít một hai')
    await pass(20)
    expect(server.sent).toHaveLength(1)
    answer({ title: 'Tít một' })
    await pass(6)
    expect(puts(server).slice(1)).toEqual([['PUT', '"4"', { title: 'Tít một hai' }]])
    expect(field('Tiêu đề').value).toBe('Tít một hai')
  })

  test('the button waits for the one that is under way, and saves the rest', async () => {
    const server = createServer()
    openForm(server)
    const answer = held(server)
    type('Tiêu đề', 'Tít một')
    await pass(5)
    type('Tiêu đề', 'Tít một hai')
    press('Lưu')
    await pass(1)
    expect(server.sent).toHaveLength(1)
    answer({ title: 'Tít một' })
    await pass(0)
    expect(puts(server).slice(1)).toEqual([['PATCH', '"4"', { title: 'Tít một hai' }]])
  })
})

/** The next request is answered when the test says so, with the article changed so. */
function held(server: TestServer): (change: Parameters<TestServer['change']>[0]) => void {
  let goOn: (response: Response) => void = () => undefined
  server.next = () => new Promise((resolve) => (goOn = resolve))
  return (change) => {
    server.change(change)
    const { version, revision } = server.article
    goOn(Response.json({ version, revision, savedAt: '2021-12-28T07:05:00+07:00', merged: false }))
  }
}
