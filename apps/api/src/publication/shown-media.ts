import { mediaIdsOf } from '@bantin/shared/body/body-media'
import type { RevisionContent } from './revisions.ts'

/** The ids of the files that an article shows, each once: its lead picture, then those of its text. */
export function shownMedia({ heroMediaId, body }: Pick<RevisionContent, 'heroMediaId' | 'body'>): string[] {
  return [...new Set([...(heroMediaId === null ? [] : [heroMediaId]), ...mediaIdsOf(body)])]
}
