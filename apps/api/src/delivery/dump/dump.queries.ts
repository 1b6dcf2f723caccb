import type { DeliveryDb } from '../../db/client.ts'
import { readJson } from '../read-json.ts'

/** A dump that may be given out. */
export interface PublicDump {
  id: string
  bytes: number
  /** As HTTP writes dates. */
  madeAt: string
}

const newest = {
  name: 'dump',
  text: `SELECT json_build_object('id', id, 'bytes', bytes, 'madeAt', to_char(made_at AT TIME ZONE 'UTC', 'Dy, DD Mon YYYY HH24:MI:SS "GMT"'))::text AS json
    FROM published.dumps ORDER BY made_at DESC LIMIT 1`,
}

/** The dump, while nothing was taken away since it was made. */
export async function findDump(db: DeliveryDb): Promise<PublicDump | undefined> {
  const json = await readJson(db, newest, [])
  return json === undefined ? undefined : (JSON.parse(json) as PublicDump)
}

export interface Standing {
  epoch: number
  seq: number
  head: string
  at: string
  articles: number
}

const standing = {
  name: 'where a dump stands',
  text: `SELECT json_build_object('epoch', epoch, 'seq', (SELECT coalesce(max(seq), 0) FROM published.changes),
      'head', 'sha256:' || coalesce((SELECT head FROM published.publication_log ORDER BY seq DESC LIMIT 1), repeat('0', 64)),
      'at', published.site_time(now(), (SELECT time_zone FROM published.sites ORDER BY id LIMIT 1)),
      'articles', (SELECT count(*) FROM published.articles))::text AS json FROM published.public_generation`,
}

/** Where feed and log stand, and how many articles are public. */
export async function readStanding(db: DeliveryDb): Promise<Standing> {
  return JSON.parse((await readJson(db, standing, [])) as string) as Standing
}
