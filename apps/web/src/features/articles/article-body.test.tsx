import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { ArticleBody, readArticleBody } from './article-body.tsx'

afterEach(cleanup)

const video =
  '<figure><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"><img src="/a.jpg" alt="Lễ hội"></a><figcaption>Lễ hội</figcaption></figure>'
const table = '<table><tr><th colspan="2">Năm</th></tr></table>'

/** What a browser makes of the server's answer. */
function readBack(html: string): string {
  const page = new DOMParser().parseFromString(renderToString(<ArticleBody html={html} lang="vi" />), 'text/html')
  return readArticleBody(page)
}

/** The same HTML as a browser writes it. */
function written(html: string): string {
  const element = document.createElement('div')
  element.innerHTML = html
  return element.innerHTML
}

test.each([
  ['tables', `<p>a</p>\n${table}\n${table}`],
  [
    'pictures',
    '<figure><img src="/1.jpg?a=1&amp;b=2" srcset="/1.webp 320w" sizes="100vw" alt="&quot;" loading="lazy" decoding="async"></figure>',
  ],
  ['recordings', '<figure><audio controls preload="none" src="/a.mp3"></audio><figcaption>it&#39;s</figcaption></figure>'],
  ['videos', video],
  ['lists and words', '<ul><li>a<ol start="3"><li><sub>b</sub> <span lang="en">c</span></li></ol></li></ul><hr>'],
])('%s that the server sent are read back as they came, so that they travel once', (_name, html) => {
  expect(readBack(html)).toBe(written(html))
})

test('a table can be scrolled by keyboard, and is framed once however often it is read back', () => {
  render(<ArticleBody html={readBack(readBack(table))} lang="vi" />)
  const [frame] = screen.getAllByRole('group', { name: 'Bảng, có thể cuộn ngang' })
  expect(frame?.tabIndex).toBe(0)
  expect(frame?.children).toHaveLength(1)
  expect(screen.getAllByRole('group')).toHaveLength(1)
})

test('a video of another site is put into the page only when somebody asks for it, and stays there when the page is drawn again', () => {
  const { container, rerender } = render(<ArticleBody html={video} lang="vi" />)
  const button = screen.getByRole('button', { name: 'Lễ hội Phát video từ YouTube' })
  expect(container.querySelector('iframe, a')).toBeNull()
  fireEvent.click(button)
  const frame = container.querySelector('iframe')
  expect(frame).toMatchObject({ title: 'Lễ hội', referrerPolicy: 'strict-origin' })
  expect(frame?.src).toBe('https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1')
  expect(document.activeElement).toBe(frame)
  rerender(<ArticleBody html={video} lang="vi" />)
  expect(container.querySelector('iframe')).toBe(frame)
})

test('links of other kinds stay links: in the text, to documents, to places that are no video host', () => {
  const others = [
    '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">xem</a></p>',
    '<figure><a href="/media/1/1/file.pdf" type="application/pdf">Tệp</a> <small>PDF</small></figure>',
    '<figure><a href="https://youtube.example/watch?v=dQw4w9WgXcQ">xem</a></figure>',
  ]
  const { container } = render(<ArticleBody html={others.join('')} lang="vi" />)
  expect([container.querySelectorAll('a').length, container.querySelectorAll('button').length]).toEqual([3, 0])
})
