import { foldedWords } from '@bantin/shared/search/words'
import type { TitleQuery, Titles } from '@bantin/shared/titles'
import type { Db } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import { findTitlesById, findTitlesLike, findTitlesOf } from './titles.repository.ts'

/** Who has which title on a day: for whoever names people in a text. Throws `forbidden`, `invalid_request`. */
export async function readTitles(db: Db, actor: ActingPerson, { q, names, ids, asOf }: TitleQuery): Promise<Titles> {
  requireOrganizationReader(actor)
  if ([q, names, ids].filter((asked) => asked !== undefined).length > 1) throw oneOf()
  if (q !== undefined) return await findTitlesLike(db, q, asOf)
  if (names !== undefined) return await findTitlesOf(db, names.split(',').map(foldedWords), asOf)
  return await findTitlesById(db, ids?.split(',') ?? [], asOf)
}

function oneOf() {
  return fieldProblem('invalid_request', { in: 'query', name: 'q', code: 'one_of', message: 'Ask for one of q, names and ids.' })
}
