import type { HandOverSheet } from '@bantin/shared/hand-over'

const none = { total: 0, data: [] }
const article = (id: string, title: string) => ({ id, title, unitName: 'Sở Nội vụ', updatedAt: '2026-08-01T10:32:00+07:00' })

export const emptySheet: HandOverSheet = {
  user: { id: 'lan', name: 'Phạm Thị Lan', version: 4, disabledAt: null },
  drafts: none,
  inReview: none,
  schedules: none,
  links: none,
  clients: none,
  grants: [],
  successors: [
    { id: 'minh', name: 'Trần Minh' },
    { id: 'vinh', name: 'Lê Quang Vinh' },
  ],
}

export const fullSheet: HandOverSheet = {
  ...emptySheet,
  drafts: {
    total: 2,
    data: [
      { ...article('a1', 'Bài một'), publicState: 'none' },
      { ...article('a2', ''), publicState: 'published' },
    ],
  },
  inReview: { total: 1, data: [{ ...article('a3', 'Bài ba'), workState: 'in_review' }] },
  schedules: { total: 1, data: [{ id: 'a4', title: 'Bài bốn', unitName: null, publishAt: '2026-08-02T07:00:00+07:00' }] },
  links: {
    total: 1,
    data: [{ id: 'a1', title: 'Bài một', unitName: null, kind: 'preview', linkId: 'l1', expiresAt: '2026-08-08T07:00:00+07:00' }],
  },
  clients: { total: 1, data: [{ id: 'c1', name: 'Cổng huyện', unitName: null, acknowledgedAt: '2026-08-01T10:32:00+07:00' }] },
  grants: [{ role: 'editor', unitId: 'u1', unitName: 'Sở Nội vụ' }],
}
