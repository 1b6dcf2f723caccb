import type { Comment } from '@bantin/shared/comments'
import { fireEvent, screen, within } from '@testing-library/react'
import { vi } from 'vitest'
import { CommentsPanel, type CommentsPanelProps } from '../src/features/comments/comments-panel.tsx'
import { recordingApi, renderWithApi } from './recording-api.tsx'

export const path = '/articles/a1/comments'

/** Shows the panel of an article of two blocks with these comments to Lan, who may take part. */
export function open(comments: Comment[], part: Partial<CommentsPanelProps> = {}, answers: Parameters<typeof recordingApi>[0] = {}) {
  const api = recordingApi({ [`GET ${path}`]: { data: comments, page: { next: null } }, ...answers })
  const props: CommentsPanelProps = {
    articleId: 'a1',
    userId: 'lan',
    mayComment: true,
    mayModerate: false,
    blocks: [
      { id: 'b1', text: 'Đoạn một.' },
      { id: 'b2', text: 'Đoạn hai.' },
    ],
    savedBlocks: new Set(['b1', 'b2']),
    blockId: null,
    onAll: vi.fn(),
    onBlock: vi.fn(),
    save: vi.fn(async () => undefined),
    ...part,
  }
  return { ...api, ...renderWithApi(<CommentsPanel {...props} />, api), props }
}

export const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
export const press = (name: string, inside: HTMLElement = document.body) => fireEvent.click(within(inside).getByRole('button', { name }))
export const field = (label: string) => screen.getByLabelText(label) as HTMLTextAreaElement
