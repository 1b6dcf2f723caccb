import { randomBytes } from 'node:crypto'
import type { Db } from '../../db/client.ts'
import { type SealPurpose, seal, unseal } from '../../lib/seal.ts'
import { offerSalt } from './salts.repository.ts'

export interface Salts {
  /** The salts of the given local days, from memory or the database. Other days are forgotten. */
  of(db: Db, days: string[]): Promise<Map<string, Buffer>>
}

/** Salts as one process knows them. `secrets` seal and open what is stored. */
export function createSalts(secrets: SealPurpose['secrets']): Salts {
  let known = new Map<string, Buffer>()
  return {
    async of(db, days) {
      const wanted = new Map<string, Buffer>()
      for (const day of new Set(days)) wanted.set(day, known.get(day) ?? (await findOrMakeSalt(db, secrets, day)))
      known = wanted
      return wanted
    },
  }
}

/** Whoever offers first decides. A salt sealed by a secret that is gone is replaced, else nobody could be counted until midnight. */
async function findOrMakeSalt(db: Db, secrets: SealPurpose['secrets'], day: string): Promise<Buffer> {
  const purpose = { secrets, label: 'visitor-salt', context: day }
  const offer = seal(randomBytes(32), purpose)
  const stored = await offerSalt(db, day, offer)
  const salt = unseal(stored, purpose) ?? unseal(await offerSalt(db, day, offer, stored), purpose)
  if (!salt) throw new Error('the salt of the day was sealed by another secret')
  return salt
}
