import type { DeliveryDb } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { type MediaAddresses, mediaPath } from '../../lib/media-address.ts'
import type { ServedFile } from '../../lib/served-file.ts'
import { findPublicFile } from './media.queries.ts'
import { type AskedFor, type Found, whatIsThere } from './what-is-there.ts'

/** Finds a file whether or not it is public. Delivery itself cannot: it is handed one, and asks it about signed addresses alone. */
export type FindAnyFile = (id: string) => Promise<ServedFile | undefined>

interface Parts {
  delivery: DeliveryDb
  mediaAddresses: MediaAddresses
  findAny: FindAnyFile
}

type Address = AskedFor & { id: string }

interface Signature {
  expires?: number
  signature?: string
}

type Here = { file: ServedFile; found: Found; isSigned: boolean }
type Moved = { movedTo: string; cacheControl: string }

/** What is at an address: a file with its row, or the path to which the one who asks is sent on. Throws `not_found`. */
export async function findFile(parts: Parts, { id, ...asked }: Address, signature: Signature): Promise<Here | Moved> {
  const { expires } = signature
  const isSigned = expires !== undefined || signature.signature !== undefined
  const file = isSigned ? await findSigned(parts, { id, ...asked }, signature) : await findPublicFile(parts.delivery, id)
  const there = file ? whatIsThere(file, asked, isSigned) : undefined
  if (!file || !there || there.is === 'nothing') throw new ProblemError('not_found')
  if (there.is === 'found') return { file, found: there, isSigned }
  const path = mediaPath(id, there.to.rev, there.to.name)
  if (expires === undefined) return { movedTo: path, cacheControl: 'public, max-age=600' }
  return { movedTo: parts.mediaAddresses.signUntil(path, expires), cacheControl: 'private, no-store' }
}

/** Nothing is looked for at an address that we have not signed, or whose time has run out. */
async function findSigned({ mediaAddresses, findAny }: Parts, { id, rev, name }: Address, { expires = 0, signature = '' }: Signature) {
  return mediaAddresses.isSigned(mediaPath(id, rev, name), { expires, signature }) ? await findAny(id) : undefined
}
