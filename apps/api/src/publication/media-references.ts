import { type MediaPlace, mediaPlacesOf } from '@bantin/shared/body/body-media'
import type { FieldError } from '@bantin/shared/errors'
import type { MediaKind } from '@bantin/shared/media-types'
import type { Db } from '../db/client.ts'
import { type MediaFacts, readMedia } from './read-media.ts'
import type { RevisionContent } from './revisions.ts'

/** A body can name more files than it would help to list. */
const mostNamed = 100

/**
 * The files that the content names, by their ids, and what is wrong with them: those that are not there, and those of a kind that does
 * not belong there.
 */
export async function namedMedia(
  db: Db,
  { heroMediaId, body }: Partial<RevisionContent>,
): Promise<{ files: Map<string, MediaFacts>; wrong: FieldError[] }> {
  const places: MediaPlace[] = [
    ...(heroMediaId ? [{ mediaId: heroMediaId, pointer: '/heroMediaId', takes: 'picture' as const }] : []),
    ...(body ? mediaPlacesOf(body) : []).map((place) => ({ ...place, pointer: `/body${place.pointer}` })),
  ]
  const files = await readMedia(
    db,
    places.map(({ mediaId }) => mediaId),
  )
  return { files, wrong: places.flatMap((place) => wrongAt(place, files.get(place.mediaId)?.kind) ?? []).slice(0, mostNamed) }
}

function wrongAt({ pointer, takes }: MediaPlace, kind: MediaKind | undefined): FieldError | undefined {
  if (kind === undefined) return { in: 'body', pointer, code: 'unknown', message: 'Nothing has this id.' }
  if ((kind === 'picture') === (takes === 'picture')) return undefined
  const message = takes === 'picture' ? 'This is no picture.' : 'This is a picture: show it as a figure.'
  return { in: 'body', pointer, code: 'wrong_kind', message }
}
