import type { DeliveryDb } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { findSecurityContact } from './security.queries.ts'

/** So many days ahead: less than a year, as RFC 9116 recommends. */
const days = 180

/** Where faults are reported that endanger others (RFC 9116). Throws `not_found` where nobody is named to whom. */
export async function securityTxt(db: DeliveryDb, baseUrl: string): Promise<string> {
  const { email, phone, today } = await findSecurityContact(db)
  const contact = email ? `mailto:${encodeURI(email)}` : phone ? `tel:${phone.replace(/[^\d+]/g, '')}` : undefined
  if (contact === undefined) throw new ProblemError('not_found')
  const expires = new Date(Date.parse(today) + days * 86_400_000).toISOString()
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${baseUrl}/.well-known/security.txt`,
  ]
  return `${lines.join('\n')}\n`
}
