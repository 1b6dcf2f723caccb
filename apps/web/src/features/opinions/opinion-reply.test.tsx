import type { AskedOpinion } from '@bantin/shared/opinions'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { opinion, token } from '../../../test/fixture-content.ts'
import { createApiClient } from '../../lib/api-client.ts'
import { createQueryClient } from '../../lib/query-client.ts'
import { OpinionReply } from './opinion-reply.tsx'
import { opinionQuery } from './opinions.api.ts'

afterEach(cleanup)

const answeredAt = '2021-12-29T08:00:00.000+07:00'

/** The API with one opinion that takes one answer; `next` answers the next sending in another way, once. */
function createServer() {
  const server = {
    asked: opinion as AskedOpinion,
    sent: [] as unknown[],
    next: null as (() => Promise<Response>) | null,
    fetch: async (_input: RequestInfo | URL, { method, body }: RequestInit = {}): Promise<Response> => {
      if (method === 'GET') return Response.json(server.asked)
      server.sent.push(JSON.parse(String(body)))
      const special = server.next
      server.next = null
      if (special) return special()
      if (server.asked.answer) return problem(409, 'conflict')
      server.asked = { ...server.asked, ...JSON.parse(String(body)), answeredAt }
      return Response.json(server.asked)
    },
  }
  return server
}

function problem(status: number, code: string): Response {
  return new Response(JSON.stringify({ type: '', title: '', status, code }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })
}

async function open(server: ReturnType<typeof createServer>): Promise<void> {
  const client = createQueryClient(createApiClient({ fetch: server.fetch as typeof fetch }))
  render(
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { name: 'Ý kiến của Bà Lê Thị Đọc' })
}

function Page() {
  const { data } = useQuery(opinionQuery(token))
  return data && 'found' in data ? <OpinionReply asked={data.found} token={token} /> : null
}

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Nội dung góp ý' })
const write = (value: string) => fireEvent.change(text(), { target: { value } })
const press = () => fireEvent.click(screen.getByRole('button', { name: /^(Gửi ý kiến|Đang gửi…)$/ }))

test('an agreement needs no word; the answer takes the place of the form, and the focus goes to its heading', async () => {
  const server = createServer()
  await open(server)
  choose('Đồng ý')
  press()
  expect((await screen.findByRole('status')).textContent).toBe('Đã gửi ý kiến. Xin cảm ơn!')
  expect(server.sent).toEqual([{ answer: 'agree', text: null }])
  expect(screen.getByText('Đồng ý')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading')))
})

test('without an answer, or without what should be changed, nothing is sent and the focus goes to what is missing', async () => {
  const server = createServer()
  await open(server)
  press()
  expect(screen.getByRole('alert').textContent).toBe('Xin chọn “Đồng ý” hoặc “Đề nghị sửa”.')
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Đồng ý' }))
  choose('Đề nghị sửa')
  write('  ')
  press()
  expect(screen.getByRole('alert').textContent).toBe('Xin ghi nội dung đề nghị sửa.')
  expect(document.activeElement).toBe(text())
  expect(server.sent).toEqual([])
})

test('while an answer is on its way it is not sent twice', async () => {
  const server = createServer()
  let release: (answer: Response) => void = () => undefined
  server.next = () => new Promise((resolve) => (release = resolve))
  await open(server)
  choose('Đồng ý')
  press()
  await screen.findByRole('button', { name: 'Đang gửi…' })
  press()
  expect(server.sent).toHaveLength(1)
  release(Response.json({ ...opinion, answer: 'agree', answeredAt }))
  await screen.findByRole('status')
})

test.each([
  ['the network fails', () => Promise.reject(new TypeError('offline')), /^Chưa gửi được ý kiến/],
  ['the server is busy', async () => problem(503, 'unavailable'), /^Chưa gửi được ý kiến/],
  ['the link has expired meanwhile', async () => problem(404, 'not_found'), /hết hạn hoặc đã bị thu hồi/],
])('when %s the text stays in the form and can be sent again', async (_name, fail, said) => {
  const server = createServer()
  server.next = fail
  await open(server)
  choose('Đề nghị sửa')
  write('Sửa 14 thành 15.')
  press()
  expect((await screen.findByRole('alert')).textContent).toMatch(said)
  expect(text().value).toBe('Sửa 14 thành 15.')
  press()
  await screen.findByRole('status')
  expect(server.asked).toMatchObject({ answer: 'change', text: 'Sửa 14 thành 15.' })
})

test('an answer whose receipt was lost counts as sent when it is sent again', async () => {
  const server = createServer()
  server.next = () => {
    server.asked = { ...opinion, answer: 'change', text: 'Sửa 14 thành 15.', answeredAt }
    return Promise.reject(new TypeError('offline'))
  }
  await open(server)
  choose('Đề nghị sửa')
  write('Sửa 14 thành 15.')
  press()
  await screen.findByRole('alert')
  press()
  expect((await screen.findByRole('status')).textContent).toBe('Đã gửi ý kiến. Xin cảm ơn!')
})

test('where another answer was given before, that one is shown, and what was typed is kept below as not sent', async () => {
  const server = createServer()
  await open(server)
  server.asked = { ...opinion, answer: 'agree', answeredAt }
  choose('Đề nghị sửa')
  write('Sửa 14 thành 15.')
  press()
  expect((await screen.findByText('Nội dung chưa gửi')).nextSibling?.textContent).toBe('Sửa 14 thành 15.')
  expect(screen.getByRole('alert').textContent).toContain('không được gửi')
  expect(screen.getByText('Đồng ý')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})
