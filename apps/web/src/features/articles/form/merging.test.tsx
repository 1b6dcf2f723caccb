import type { Block, Body } from '@bantin/shared/body'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { field, openForm, pass, press, type } from './test-desk.tsx'
import { createServer, refusal, type TestServer } from './test-server.ts'

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ now: new Date('2021-12-28T07:00:00+07:00') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const block = (number: number) => field(`Đoạn văn, khối ${number}`)
const texts = () => screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: /khối/ }).map(({ value }) => value)
const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] })
const bodyOf = (...content: Block[]): Body => ({ type: 'doc', content })
const three = (a: string, b: string, c: string) => bodyOf(paragraph('a', a), paragraph('b', b), paragraph('c', c))
const openThree = () => {
  const server = createServer({ body: three('Một.', 'Hai.', 'Ba.') })
  openForm(server)
  return server
}

/** A colleague changed the article; the next save is put together with that to this outcome. */
function mergesTo(server: TestServer, outcome: Partial<EditorialArticle>): void {
  server.change({})
  server.next = async () => {
    server.change(outcome)
    const { version, revision } = server.article
    return Response.json({ version, revision, savedAt: '2021-12-28T07:05:00+07:00', merged: true })
  }
}

describe('a save that was put together with a colleague’s', () => {
  test('shows the colleague’s fields and blocks, says whose they are, and goes on from there', async () => {
    const server = openThree()
    type('Đoạn văn, khối 3', 'Ba của tôi.')
    mergesTo(server, { sapo: 'Sapo của họ.', body: three('Một của họ.', 'Hai.', 'Ba của tôi.') })
    await pass(5)
    expect(texts()).toEqual(['Một của họ.', 'Hai.', 'Ba của tôi.'])
    expect(field('Sapo').value).toBe('Sapo của họ.')
    expect(screen.getByText('Đã ghép với bản của Trần Minh.')).toBeTruthy()
    expect(screen.getByText(/^Đã lưu lúc/)).toBeTruthy()
    type('Tiêu đề', 'Tít mới')
    await pass(5)
    expect(server.sent.at(-1)).toMatchObject({ version: '"5"', body: { title: 'Tít mới' } })
  })

  test('leaves the field under the caret as it is, with the caret and what was typed meanwhile', async () => {
    const server = openThree()
    const mine = block(3)
    act(() => mine.focus())
    type('Đoạn văn, khối 3', 'Ba của tôi.')
    mergesTo(server, { body: bodyOf(paragraph('x', 'Mới của họ.'), paragraph('a', 'Một.'), paragraph('c', 'Ba của tôi.')) })
    const merge = server.next
    server.next = async () => {
      act(() => type('Đoạn văn, khối 3', 'Ba của tôi, và '))
      mine.setSelectionRange(4, 6)
      return (await merge?.()) as Response
    }
    await pass(5)
    expect(texts()).toEqual(['Mới của họ.', 'Một.', 'Ba của tôi, và '])
    expect(block(3)).toBe(mine)
    expect([document.activeElement === mine, mine.selectionStart, mine.selectionEnd]).toEqual([true, 4, 6])
    await pass(5)
    expect(server.article.body.content.at(-1)).toEqual(paragraph('c', 'Ba của tôi, và '))
  })

  test('keeps the empty paragraph in which somebody is about to write', async () => {
    const server = openThree()
    act(() => block(1).focus())
    block(1).setSelectionRange(4, 4)
    fireEvent.keyDown(block(1), { key: 'Enter' })
    type('Tiêu đề', 'Tít mới')
    mergesTo(server, { title: 'Tít mới', body: three('Một.', 'Hai của họ.', 'Ba.') })
    await pass(5)
    expect(texts()).toEqual(['Một.', '', 'Hai của họ.', 'Ba.'])
    expect(document.activeElement).toBe(block(2))
  })

  test('waits with writing into the form while an input method composes', async () => {
    const server = openThree()
    const mine = block(3)
    act(() => mine.focus())
    type('Đoạn văn, khối 3', 'Ba ng')
    fireEvent.compositionStart(mine)
    mergesTo(server, { body: three('Một của họ.', 'Hai.', 'Ba ng') })
    await pass(10)
    expect(texts()).toEqual(['Một.', 'Hai.', 'Ba ng'])
    mine.value = 'Ba người'
    fireEvent.compositionEnd(mine)
    await pass(0)
    expect(texts()).toEqual(['Một của họ.', 'Hai.', 'Ba người'])
    await pass(5)
    expect(server.article.body.content.at(-1)).toEqual(paragraph('c', 'Ba người'))
  })

  test('is not followed by anything newer before it was read', async () => {
    const server = openThree()
    type('Đoạn văn, khối 3', 'Ba của tôi.')
    mergesTo(server, { body: three('Một của họ.', 'Hai.', 'Ba của tôi.') })
    const merge = server.next
    server.next = async () => {
      const answer = (await merge?.()) as Response
      server.next = () => Promise.reject(new TypeError('Failed to fetch'))
      return answer
    }
    await pass(5)
    expect(screen.getByText('Chưa lưu được · bản trên máy này còn giữ')).toBeTruthy()
    type('Đoạn văn, khối 3', 'Ba của tôi, tiếp.')
    await pass(10)
    expect(texts()).toEqual(['Một của họ.', 'Hai.', 'Ba của tôi, tiếp.'])
    expect(server.sent.map(({ version }) => version)).toEqual(['"3"', '"5"'])
  })

  test('before a verb is shown first: what is published was seen', async () => {
    const server = openThree()
    type('Tiêu đề', 'Tít mới')
    server.change({ sapo: 'Sapo của họ.' })
    press('Đăng')
    fireEvent.click(screen.getAllByRole('button', { name: 'Đăng' }).at(-1) as HTMLElement)
    await pass(0)
    expect(screen.getByText(/^Người ấy không sửa chỗ nào bạn đang sửa/)).toBeTruthy()
    expect(server.sent.some(({ line }) => line.endsWith('publish'))).toBe(false)
  })
})

describe('a contradiction', () => {
  /** Both changed the second block; the colleague also the first, this person the third and the title. */
  const contradict = async () => {
    const server = openThree()
    type('Đoạn văn, khối 2', 'Hai của tôi.')
    type('Đoạn văn, khối 3', 'Ba của tôi.')
    type('Tiêu đề', 'Tít của tôi')
    server.change({ body: three('Một của họ.', 'Hai của họ.', 'Ba.') })
    const { version } = server.article
    const current = { version, changedBy: 'Trần Minh', changedAt: '2021-12-28T10:32:00+07:00', fields: ['body'] }
    server.next = () => Promise.resolve(refusal(412, 'version_stale', { current, conflicts: [{ field: 'body', blockId: 'b' }] }))
    await pass(6)
    return server
  }

  test('shows exactly the block that both changed, with both texts, and saves the choice with all the rest', async () => {
    const server = await contradict()
    const dialog = screen.getByRole('dialog', { name: 'Bài đã có người khác sửa' })
    expect([...dialog.querySelectorAll('legend')].map((legend) => legend.textContent)).toEqual(['Nội dung, đoạn 2'])
    expect(dialog.textContent).toContain('Hai của họ.')
    expect(dialog.textContent).toContain('Hai của tôi.')
    expect(dialog.textContent).not.toContain('Ba của tôi.')
    fireEvent.click(screen.getByRole('radio', { name: 'Bản của Trần Minh' }))
    press('Lưu theo lựa chọn')
    await pass(0)
    expect(texts()).toEqual(['Một của họ.', 'Hai của họ.', 'Ba của tôi.'])
    expect(server.article.body).toEqual(three('Một của họ.', 'Hai của họ.', 'Ba của tôi.'))
    expect(server.article.title).toBe('Tít của tôi')
    expect(JSON.stringify(localStorage)).toContain('Hai của tôi.')
  })

  test('stops saving by itself until it is settled', async () => {
    const server = await contradict()
    press('Quay lại, chưa lưu')
    type('Đoạn văn, khối 1', 'Một của tôi.')
    await pass(60)
    expect(server.sent).toHaveLength(1)
    expect(JSON.stringify(localStorage)).toContain('Một của tôi.')
    press('Lưu')
    await pass(0)
    const legends = [...screen.getByRole('dialog').querySelectorAll('legend')]
    expect(legends.map((legend) => legend.textContent)).toEqual(['Nội dung, đoạn 1', 'Nội dung, đoạn 2'])
  })

  test('does not come up in the middle of a sentence', async () => {
    const server = openThree()
    type('Đoạn văn, khối 2', 'Hai')
    server.change({ body: three('Một.', 'Hai của họ.', 'Ba.') })
    await pass(5)
    for (const text of ['Hai c', 'Hai củ', 'Hai của tôi']) {
      type('Đoạn văn, khối 2', text)
      await pass(0.9)
    }
    expect(screen.queryByRole('dialog')).toBeNull()
    await pass(2)
    expect(screen.getByRole('dialog').textContent).toContain('Hai của tôi')
  })

  test('with what was typed on while a save was under way is one too', async () => {
    const server = openThree()
    type('Đoạn văn, khối 3', 'Ba của tôi.')
    mergesTo(server, { body: three('Một của họ.', 'Hai.', 'Ba của tôi.') })
    const merge = server.next
    server.next = async () => {
      act(() => type('Đoạn văn, khối 1', 'Một của tôi.'))
      return (await merge?.()) as Response
    }
    await pass(6)
    const dialog = screen.getByRole('dialog')
    expect([...dialog.querySelectorAll('legend')].map((legend) => legend.textContent)).toEqual(['Nội dung, đoạn 1'])
    press('Lưu theo lựa chọn')
    await pass(0)
    expect(server.article.body).toEqual(three('Một của tôi.', 'Hai.', 'Ba của tôi.'))
    expect(server.sent.at(-1)?.version).toBe('"5"')
  })
})
