import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Actor } from '@bantin/shared/permissions'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { vi } from 'vitest'
import { createApiClient } from '../../../lib/api-client.ts'
import { createQueryClient } from '../../../lib/query-client.ts'
import { LazyBodyEditor } from '../editor/lazy-body-editor.tsx'
import { ArticleForm } from './article-form.tsx'
import type { TestServer } from './test-server.ts'
import { useArticleDesk } from './use-article-desk.ts'

// The editor is loaded when it is shown first; from here on it is there at once.
render(<LazyBodyEditor initial={{ type: 'doc', content: [] }} onChange={() => undefined} />)
await screen.findByRole('textbox', { name: 'Nội dung bài' })
cleanup()

const publisher: Actor = { userId: 'lan', grants: [{ role: 'publisher', unitId: null }] }
const site = { policyFor: () => 'direct' as const, timeZone: 'Asia/Ho_Chi_Minh', locales: ['vi'] }
const choices = {
  units: [],
  categories: [],
  authors: [],
  genres: ['Tin', 'Bài'],
  articles: [{ id: 'r1', name: 'Bài cũ bên cạnh' }],
  owners: [{ id: 'office', name: 'Văn phòng', depth: 0 }],
}

interface DeskProps {
  initial: EditorialArticle | null
  actor: Actor
  onLeft: (where: string) => void
}

function Desk({ initial, actor, onLeft }: DeskProps) {
  const desk = useArticleDesk({
    initial,
    ownerId: 'office',
    userId: 'lan',
    onCreated: () => undefined,
    onDuplicated: ({ id }) => onLeft(`copy ${id}`),
    onDeleted: () => onLeft('list'),
  })
  const link = (id: string, text: string) => <a href={`/${id}`}>{text}</a>
  return <ArticleForm desk={desk} choices={choices} actor={actor} unitPathOf={(id) => [id]} site={site} back={null} articleLink={link} />
}

/** Shows the form of the server's article, or of a new one, to a publisher of the whole site or to `actor`; tells where it led away to. */
export function openForm(server: TestServer, isNew = false, actor: Actor = publisher) {
  const client = createQueryClient(createApiClient({ fetch: server.fetch }))
  const left: string[] = []
  const { unmount } = render(
    <QueryClientProvider client={client}>
      <Desk initial={isNew ? null : server.article} actor={actor} onLeft={(where) => left.push(where)} />
    </QueryClientProvider>,
  )
  return { left, unmount }
}

/** A text field by its label, required or not. */
export const field = (label: string) =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: (name) => name === label || name === `${label} (bắt buộc)` })
export const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } })
export const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

/** Lets time pass, under fake timers; in small steps, because what the page does then sets timers of its own. */
export async function pass(seconds: number): Promise<void> {
  const step = 500
  let left = seconds * 1000
  do {
    await act(() => vi.advanceTimersByTimeAsync(Math.min(left, step)))
    left -= step
  } while (left > 0)
}
