import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { texts, typeBlock } from './test-body.ts'
import { pass, press, type } from './test-desk.tsx'
import { mergesTo, openThree, three } from './test-merging.ts'
import { refusal } from './test-server.ts'

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ now: new Date('2021-12-28T07:00:00+07:00') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a contradiction', () => {
  /** Both changed the second block; the colleague also the first, this person the third and the title. */
  const contradict = async () => {
    const server = openThree()
    typeBlock(2, 'Hai của tôi.')
    typeBlock(3, 'Ba của tôi.')
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
    typeBlock(1, 'Một của tôi.')
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
    typeBlock(2, 'Hai')
    server.change({ body: three('Một.', 'Hai của họ.', 'Ba.') })
    await pass(5)
    for (const text of ['Hai c', 'Hai củ', 'Hai của tôi']) {
      typeBlock(2, text)
      await pass(0.9)
    }
    expect(screen.queryByRole('dialog')).toBeNull()
    await pass(2)
    expect(screen.getByRole('dialog').textContent).toContain('Hai của tôi')
  })

  test('with what was typed on while a save was under way is one too', async () => {
    const server = openThree()
    typeBlock(3, 'Ba của tôi.')
    mergesTo(server, { body: three('Một của họ.', 'Hai.', 'Ba của tôi.') })
    const merge = server.next
    server.next = async () => {
      typeBlock(1, 'Một của tôi.')
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
