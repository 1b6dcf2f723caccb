import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wordHtml } from '../../../../../../packages/shared/test/pasted-html.ts'
import { bodyProblems } from '../../../../../../packages/shared/test/sample-bodies.ts'
import { body, caretAt, editor, field, ids, open, paste, saved, texts, type } from './test-editor.tsx'

afterEach(cleanup)
beforeEach(() => saved.mockReset())

const lastBody = () => saved.mock.lastCall?.[0]

describe('pasted text', () => {
  test('of several lines becomes several blocks in place of what is selected; blank lines only separate', () => {
    open('Đầu XX cuối')
    caretAt(0, 4, 6)
    paste({ text: 'một\r\n\r\nhai\nba' })
    expect(texts()).toEqual(['Đầu một', 'hai', 'ba cuối'])
    expect(new Set(ids()).size).toBe(3)
    expect(ids()[0]).toBe('b1')
  })

  test('of one line goes into the line, also from a page', () => {
    open('Đầu cuối')
    caretAt(0, 4)
    paste({ text: 'một ' })
    paste({ html: '<p>hai <b>đậm</b> </p>', text: 'hai đậm' })
    expect(texts()).toEqual(['Đầu một hai đậmcuối'])
    expect(JSON.stringify(lastBody())).toContain('{"type":"text","text":"đậm","marks":[{"type":"bold"}]}')
  })

  test('into a quote makes lines of it', () => {
    open('> Một', 'Cuối')
    caretAt(0, 3)
    paste({ text: '\nHai\nBa' })
    expect(body()).toEqual(['> MộtHai|Ba', 'Cuối'])
  })

  test('that is an address makes a link of what is selected, and of a recording alone on a line the recording', () => {
    open('Xem ở đây', '')
    caretAt(0, 4, 9)
    paste({ text: 'https://songtra.gov.vn' })
    caretAt(1, 0)
    paste({ text: 'https://youtu.be/dQw4w9WgXcQ' })
    expect(JSON.stringify(lastBody()?.content[0])).toContain('"href":"https://songtra.gov.vn"')
    expect(lastBody()?.content[1]).toMatchObject({ type: 'video', attrs: { host: 'youtube', videoId: 'dQw4w9WgXcQ' } })
  })

  test('of Word becomes headings, lists and tables, in a form that the contract takes, and what was left out is said', () => {
    open('')
    caretAt(0, 0)
    paste({ html: wordHtml, text: 'Báo cáo' })
    const kinds = lastBody()?.content.map((node) => node.type)
    expect(kinds).toEqual(expect.arrayContaining(['heading', 'paragraph', 'bulletList', 'orderedList', 'table']))
    expect(bodyProblems(lastBody())).toEqual([])
    paste({ html: '<p>Một</p><iframe src="https://a.vn"></iframe>', text: 'Một' })
    expect(screen.getByText(/^Khi dán đã bỏ: khung nhúng/)).toBeDefined()
  })

  test('of a page runs nothing and leads nowhere it may not', () => {
    open('')
    caretAt(0, 0)
    paste({ html: '<p onclick="alert(1)">Một <a href="javascript:alert(1)">hai</a><script>alert(1)</script></p>', text: 'Một hai' })
    expect(JSON.stringify(lastBody())).not.toMatch(/alert|javascript/)
    expect(texts()).toEqual(['Một hai'])
  })

  test('of an old font is offered in Unicode, and only it is rewritten', () => {
    open('Mở đầu: ')
    caretAt(0, 8)
    type('ngày ')
    paste({ text: 'Céng hoµ x· héi chñ nghÜa ViÖt Nam' })
    fireEvent.click(screen.getByRole('button', { name: 'Chuyển sang Unicode' }))
    expect(texts()).toEqual(['Mở đầu: ngày Cộng hoà xã hội chủ nghĩa Việt Nam'])
    expect(screen.queryByRole('button', { name: 'Chuyển sang Unicode' })).toBeNull()
  })
})

test('what is dragged from a page into the text is read like what is pasted', () => {
  open('Một', 'Hai')
  const html = '<h1 onclick="alert(1)">Tít</h1><p>Đoạn <a href="javascript:alert(1)">một</a></p><iframe src="https://a.vn"></iframe>'
  const dataTransfer = { getData: (kind: string) => (kind === 'text/html' ? html : 'Tít'), files: [], types: [] }
  // The tests' document has no places on a screen: this is the end of the first block.
  editor().view.posAtCoords = () => ({ pos: 4, inside: 0 })
  fireEvent.drop(field(), { dataTransfer })
  expect(lastBody()?.content.map(({ type: kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph', 'paragraph'])
  expect(JSON.stringify(lastBody())).not.toMatch(/alert|javascript/)
  expect(screen.getByText(/^Khi dán đã bỏ: .*khung nhúng/)).toBeDefined()
})
