import type { PanelQuery } from '@bantin/shared/analytics-panels'
import type { Db } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import { unitsBelow } from '../../guarded/units-below.repository.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { readDays } from '../asked-days.service.ts'
import { categoriesBelow, findKept, type KeptFigures } from './panel-range.repository.ts'

export type Dimension = 'unit' | 'author' | 'category'

/** What is asked of figures, besides for which days. */
export interface Filter {
  dimension: Dimension
  /** With everything below. */
  ids: string[]
}

export interface PanelRange {
  siteId: string
  from: string
  to: string
  filter: Filter | undefined
  kept: KeptFigures
}

const dimensions: Dimension[] = ['unit', 'author', 'category']

/** Which figures a person asks for. Throws `forbidden`, and `invalid_request` for days in the wrong order and for two filters at once. */
export async function readPanelRange(db: Db, actor: ActingPerson, query: PanelQuery): Promise<PanelRange> {
  const { id: siteId } = await requireSitePermission(db, actor, 'analytics.read')
  const { from, to } = await readDays(db, query)
  const [dimension, ...others] = dimensions.filter((one) => query[one] !== undefined)
  for (const name of others) {
    throw fieldProblem('invalid_request', { in: 'query', name, code: 'not_allowed', message: `This does not go with ${dimension}.` })
  }
  const filter = dimension && { dimension, ids: await idsOf(db, dimension, query[dimension] as string) }
  return { siteId, from, to, filter, kept: await findKept(db, siteId) }
}

async function idsOf(db: Db, dimension: Dimension, id: string): Promise<string[]> {
  if (dimension === 'unit') return unitsBelow(db, [id])
  return dimension === 'category' ? categoriesBelow(db, id) : [id]
}
