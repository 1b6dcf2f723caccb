import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { RevisionCard, RevisionDiff } from '@bantin/shared/revisions'
import { fireEvent, within } from '@testing-library/react'
import { vi } from 'vitest'
import { HistoryPanel, type HistoryPanelProps } from '../src/features/revisions/history-panel.tsx'
import { recordingApi, renderWithApi } from './recording-api.tsx'

export const article = { id: 'a1', version: 7, revision: 3 } as EditorialArticle
export const restored = { ...article, version: 8, revision: 4 }

export function card(number: number, part: Partial<RevisionCard> = {}): RevisionCard {
  const savedBy = { id: 'lan', name: 'Lan' }
  const flags = { sealed: true, isHead: false, isApproved: false, isRedacted: false }
  return { number, title: 'Tít', words: 120, label: null, savedBy, savedAt: '2021-12-28T10:32:00+07:00', editions: [], ...flags, ...part }
}

const paragraph = { type: 'paragraph', level: null }
export const diff: RevisionDiff = {
  from: 1,
  to: 3,
  fields: [
    {
      name: 'title',
      words: [
        { op: 'same', text: 'Tít ' },
        { op: 'removed', text: 'cũ' },
        { op: 'added', text: 'mới' },
      ],
    },
  ],
  blocks: [
    {
      id: 'b1',
      type: 'paragraph',
      change: 'removed',
      words: [{ op: 'removed', text: 'Câu bỏ.' }],
      beside: [],
      before: paragraph,
      after: null,
    },
    {
      id: 'b2',
      type: 'paragraph',
      change: 'same',
      words: [{ op: 'same', text: 'Câu cũ.' }],
      beside: [],
      before: paragraph,
      after: paragraph,
    },
  ],
}

export const listed = [
  card(3, { isHead: true, sealed: false }),
  card(2, { editions: [1], isApproved: true }),
  card(1, { label: 'Bản đầu' }),
]
export const list = 'GET /articles/a1/revisions?limit=30'

export function open(part: Partial<HistoryPanelProps> = {}, answers: Parameters<typeof recordingApi>[0] = {}) {
  const api = recordingApi({ [list]: { data: listed, page: { next: null } }, 'GET /articles/a1/diff?from=1&to=3': diff, ...answers })
  const taken = vi.fn()
  const props: HistoryPanelProps = {
    article,
    mayEdit: true,
    restoreAfter: null,
    unsaved: false,
    save: async () => article,
    nameOf: () => undefined,
    onRestored: taken,
    ...part,
  }
  renderWithApi(<HistoryPanel {...props} />, api)
  return { ...api, taken }
}

export const press = (name: string, inside: HTMLElement = document.body) => fireEvent.click(within(inside).getByRole('button', { name }))
