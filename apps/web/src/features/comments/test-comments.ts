import type { Comment } from '@bantin/shared/comments'

/** A comment by Lan on the whole article, with what the test names. */
export function comment(id: string, part: Partial<Comment> = {}): Comment {
  return {
    id,
    parentId: null,
    blockId: null,
    revisionNumber: 3,
    text: `Lời ${id}`,
    author: { id: 'lan', name: 'Lan' },
    createdAt: '2021-12-28T10:32:00+07:00',
    editedAt: null,
    resolved: null,
    version: 1,
    isDetached: false,
    ...part,
  }
}

export const minh = { id: 'minh', name: 'Minh' }
export const resolved = { at: '2021-12-28T11:00:00+07:00', by: minh }
