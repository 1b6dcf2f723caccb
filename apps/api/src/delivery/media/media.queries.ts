import type { DeliveryDb } from '../../db/client.ts'
import type { ServedFile } from '../../lib/served-file.ts'
import { readJson } from '../read-json.ts'

const statement = {
  name: 'media file',
  text: `SELECT json_build_object('id', id, 'rev', rev, 'kind', kind, 'type', type, 'bytes', bytes, 'originalName', original_name,
    'width', width, 'height', height, 'variants', variants, 'rendering', rendering)::text AS json FROM published.media WHERE id = $1`,
}

/** A file that something public shows; undefined when nothing public does. */
export async function findPublicFile(db: DeliveryDb, id: string): Promise<ServedFile | undefined> {
  const json = await readJson(db, statement, [id])
  return json === undefined ? undefined : (JSON.parse(json) as ServedFile)
}
