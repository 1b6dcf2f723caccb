import type { Body } from '@bantin/shared/body'
import { tidyBody } from '@bantin/shared/body/tidy-body'
import { Editor } from '@tiptap/core'
import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test } from 'vitest'
import { bodyProblems, sampleBodies } from '../../../../../../packages/shared/test/sample-bodies.ts'
import { makeBlockId } from './block-id.ts'
import { bodyOf, documentOf } from './document-body.ts'
import { incomingProps } from './incoming-props.ts'
import { Bounds } from './nodes/bounds.ts'
import { extensions } from './nodes/extensions.ts'
import './test-layout.ts'

const opened: Editor[] = []
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy()
})

function editorOf(body: Body): Editor {
  const element = document.body.appendChild(document.createElement('div'))
  const editorProps = incomingProps({ files: () => false, pasted: () => undefined })
  const editor = new Editor({ element, extensions: [...extensions, Bounds], content: documentOf(body), injectCSS: false, editorProps })
  opened.push(editor)
  return editor
}

const empty: Body = { type: 'doc', content: [] }
const paragraph = (text: string): Body['content'][number] => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** What the editor would put into the clipboard for all of its text. */
function copyAll({ view, state }: Editor): string {
  view.dispatch(state.tr.setSelection(new AllSelection(state.doc)))
  return view.serializeForClipboard(view.state.selection.content()).dom.innerHTML
}

function paste({ view }: Editor, html: string): void {
  const clipboardData = { getData: (kind: string) => (kind === 'text/html' ? html : ''), files: [] }
  view.pasteHTML(html, Object.assign(new Event('paste'), { clipboardData }) as unknown as ClipboardEvent)
}

/** Tables of as many cells in each row, which nothing has to be added to; numbers only at lists of numbers. */
function regular(value: { type?: string; content?: object[] } | null): unknown {
  if (value?.type === 'bulletList') return { ...value, attrs: {} }
  const cell = { type: 'tableCell', content: [{ type: 'paragraph' }] }
  return value?.type === 'tableRow' ? { ...value, content: [{ ...cell, ...value.content?.[0], attrs: {} }, cell] } : value
}

test('what is copied from one text into another is the same there, ids of its blocks included', () => {
  for (const sample of sampleBodies(120, 9)) {
    const body = JSON.parse(JSON.stringify(sample), (_key, value) => regular(value))
    const source = editorOf(tidyBody(body, makeBlockId))
    const target = editorOf(empty)
    paste(target, copyAll(source))
    expect(bodyOf(target.state.doc)).toEqual(bodyOf(source.state.doc))
    for (const editor of opened.splice(0)) editor.destroy()
  }
})

test('a copy beside its original has fresh ids', () => {
  const editor = editorOf({ type: 'doc', content: [paragraph('Một'), paragraph('Hai')] })
  const html = copyAll(editor)
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.atEnd(editor.state.doc)))
  paste(editor, html)
  const ids = editor.state.doc.children.map(({ attrs }) => attrs.id)
  expect([ids.length, new Set(ids).size]).toEqual([4, 4])
})

test('what other editors of the same kind copy is taken only as far as the contract goes', () => {
  const strange = [
    '<span lang="xin chào">một</span>',
    '<figure data-media="42"><figcaption>chú thích</figcaption></figure>',
    '<div data-file="x">tệp</div>',
    '<div data-host="evil" data-video="../a">phim</div>',
    '<div data-host="youtube" data-video="dQw4w9WgXcQ" data-poster="x">phim</div>',
    '<span data-appointment="x">người</span>',
    '<a href="javascript:alert(1)">liên kết</a>',
    ...['-5', 'abc', '9999999', '1e3'].map((start) => `<ol start="${start}"><li>mục</li></ol>`),
    '<table><tr><td colspan="900" rowspan="x">ô</td></tr></table>',
    '<p data-block="không được">đoạn</p>',
  ]
  for (const html of strange) {
    const editor = editorOf(empty)
    paste(editor, `<div data-pm-slice="0 0 []">${html}</div>`)
    const body = bodyOf(editor.state.doc)
    expect([html, bodyProblems(body)]).toEqual([html, []])
    expect(editor.state.doc.textContent).toBe(new DOMParser().parseFromString(html, 'text/html').body.textContent)
  }
})

test('lists that are put into lists go no deeper than four; what would is kept as lines', () => {
  const nested = (depth: number): object => ({
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph(`cấp ${depth}`), ...(depth > 1 ? [nested(depth - 1)] : [])] }],
  })
  const body = { type: 'doc', content: [nested(4)] } as Body
  const html = copyAll(editorOf(body))
  const target = editorOf(body)
  target.view.dispatch(target.state.tr.setSelection(TextSelection.near(target.state.doc.resolve(11))))
  paste(target, html)
  expect(bodyProblems(bodyOf(target.state.doc))).toEqual([])
  for (const level of [1, 2, 3, 4]) expect(target.state.doc.textContent.split(`cấp ${level}`)).toHaveLength(3)
})

test('a selected picture is replaced by what is pasted', () => {
  const figure = { type: 'figure', attrs: { mediaId: '018f0000-0000-7000-8000-000000000001' } } as Body['content'][number]
  const editor = editorOf({ type: 'doc', content: [paragraph('Một'), figure] })
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 5)))
  paste(editor, '<p data-pm-slice="1 1 []">Hai</p>')
  expect(bodyOf(editor.state.doc).content.map(({ type }) => type)).toEqual(['paragraph', 'paragraph'])
})
