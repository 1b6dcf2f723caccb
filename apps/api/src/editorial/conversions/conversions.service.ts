import type { Conversion, ConversionInput } from '@bantin/shared/conversions'
import { can } from '@bantin/shared/permissions'
import { ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { convertApart } from './convert-apart.ts'

/** The text as a body, and what had no place in one. Nothing is stored. Throws `forbidden`, `file_unreadable`, `unavailable`. */
export async function convertText(actor: ActingPerson, input: ConversionInput): Promise<Conversion> {
  requireWriter(actor)
  const { pictures: _, ...converted } = await convertApart({ input })
  return { ...converted, media: [] }
}

/** Whoever writes for any unit may: what becomes of the text is asked when it is saved. */
export function requireWriter(actor: ActingPerson): void {
  const mayWrite = actor.grants.some(({ unitId }) => can(actor, 'article.create', { unitPath: unitId === null ? [] : [unitId] }))
  if (!mayWrite) throw new ProblemError('forbidden')
}
