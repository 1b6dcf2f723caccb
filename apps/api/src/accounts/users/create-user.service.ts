import { Password } from '@bantin/shared/auth'
import { Email } from '@bantin/shared/email'
import { Slug } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { roles } from '@bantin/shared/permissions'
import { PersonName } from '@bantin/shared/person-name'
import { cleanText } from '@bantin/shared/text'
import { Ajv } from 'ajv'
import { type Static, Type } from 'typebox'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import { type ActingPerson, operator } from '../../lib/acting-person.ts'
import { findAccountByEmail } from '../accounts.repository.ts'
import { refuseCommonPassword } from '../common-passwords.ts'
import { hashPassword } from '../passwords.ts'
import { storedLine } from '../stored-line.ts'
import { emailTaken } from './email-taken.ts'
import { findUnitId, insertUser } from './users.repository.ts'

/** Without a unit the role is over the whole site. */
const UserOfCommand = object({
  email: Email,
  name: PersonName,
  password: Password,
  role: Type.Enum(roles),
  unitSlug: Type.Optional(Slug),
})
export type UserOfCommand = Static<typeof UserOfCommand>

/**
 * Makes a user with one role and notes it in the audit log; answers the user's id. By default it is the operator who acts.
 * Throws `invalid_request` with a cure for each wrong field, `conflict` when the e-mail is taken, `unknown_reference` for the unit.
 */
export async function createUser(db: Db, given: UserOfCommand, by: ActingPerson = operator): Promise<string> {
  const input = { ...given, email: storedLine(given.email), name: storedLine(given.name), password: cleanText(given.password) }
  refuseWrongFields(input)
  const unitId = input.unitSlug === undefined ? null : await findUnitId(db, input.unitSlug)
  if (unitId === undefined) {
    const message = 'There is no unit with this slug.'
    throw fieldProblem('unknown_reference', { in: 'body', pointer: '/unitSlug', code: 'unknown_unit', message })
  }
  if (await findAccountByEmail(db, input.email)) throw emailTaken()
  const id = uuidv7()
  const passwordHash = await hashPassword(input.password)
  await db.transaction(async (tx) => {
    const grants = [{ role: input.role, unitId }]
    if (!(await insertUser(tx, { id, email: input.email, name: input.name, passwordHash }, grants))) throw emailTaken()
    await recordAudit(tx, by, {
      action: 'user.create',
      entity: 'user',
      entityId: id,
      version: 1,
      fields: ['email', 'name', 'grants'],
      detail: { grants },
    })
  })
  return id
}

const isUserOfCommand = new Ajv({ allErrors: true }).compile(UserOfCommand)

const cures: Record<string, string> = {
  email: 'Use an address such as lien@dienbien.gov.vn, a domain with other letters in its form xn--….',
  name: 'Use 1 to 100 characters on one line, without ://.',
  password: 'Use 8 to 128 characters.',
  role: `Use one of: ${roles.join(', ')}.`,
  unitSlug: 'Use the slug of a unit, as in its address.',
}

function refuseWrongFields(input: UserOfCommand): void {
  isUserOfCommand(input)
  const names = new Set((isUserOfCommand.errors ?? []).map(({ instancePath }) => instancePath.slice(1)))
  const errors = [...names].map((name) => ({
    in: 'body' as const,
    pointer: `/${name}`,
    code: 'not_valid',
    message: cures[name] ?? 'Not valid.',
  }))
  if (errors.length > 0) throw fieldProblem('invalid_request', ...errors)
  refuseCommonPassword(input.password, input.email)
}
