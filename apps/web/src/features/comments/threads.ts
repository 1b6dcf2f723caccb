import type { Comment } from '@bantin/shared/comments'

/** A comment and what was answered to it. */
export interface Thread {
  first: Comment
  answers: Comment[]
}

/** A block of the text under edit. */
export interface TextBlock {
  id: string
  text: string
}

/** The threads of an article by what they are about, those that are resolved apart. */
export interface ThreadGroups {
  whole: Thread[]
  /** In the order of the text. */
  blocks: { id: string; place: number; threads: Thread[] }[]
  /** On blocks that the saved text has no more. */
  detached: Thread[]
  resolved: Thread[]
}

/** Comments as the API lists them, put together to threads. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const threads = new Map(
    comments.filter(({ parentId }) => parentId === null).map((first) => [first.id, { first, answers: [] as Comment[] }]),
  )
  for (const comment of comments) if (comment.parentId !== null) threads.get(comment.parentId)?.answers.push(comment)
  return [...threads.values()]
}

/** The open threads of each block. */
export function openCounts(comments: readonly Comment[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { parentId, blockId, resolved, isDetached } of comments) {
    if (parentId === null && blockId !== null && resolved === null && !isDetached) counts.set(blockId, (counts.get(blockId) ?? 0) + 1)
  }
  return counts
}

/** How many threads are open, those on deleted blocks included. */
export function countOpen(comments: readonly Comment[]): number {
  return comments.filter(({ parentId, resolved }) => parentId === null && resolved === null).length
}

/** Where each thread is shown. A block that is deleted but not yet in the saved text keeps its threads at the end of the blocks. */
export function groupThreads(threads: readonly Thread[], blocks: readonly TextBlock[]): ThreadGroups {
  const open = threads.filter(({ first }) => first.resolved === null)
  const attached = open.filter(({ first }) => first.blockId !== null && !first.isDetached)
  const placeOf = (id: string) => blocks.findIndex((block) => block.id === id) + 1 || blocks.length + 1
  const ids = [...new Set(attached.map(({ first }) => first.blockId as string))].sort((a, b) => placeOf(a) - placeOf(b))
  return {
    whole: open.filter(({ first }) => first.blockId === null),
    blocks: ids.map((id) => ({ id, place: placeOf(id), threads: attached.filter(({ first }) => first.blockId === id) })),
    detached: open.filter(({ first }) => first.isDetached),
    resolved: threads.filter(({ first }) => first.resolved !== null),
  }
}
