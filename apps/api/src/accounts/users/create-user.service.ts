import { Email, Password } from '@bantin/shared/auth'
import { line } from '@bantin/shared/fields'
import { Slug } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { roles } from '@bantin/shared/permissions'
import { cleanText } from '@bantin/shared/text'
import { Ajv } from 'ajv'
import { type Static, Type } from 'typebox'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, type ProblemError } from '../../errors.ts'
import { type ActingPerson, operator } from '../../lib/acting-person.ts'
import { findAccountByEmail } from '../accounts.repository.ts'
import { isCommonPassword } from '../common-passwords.ts'
import { hashPassword } from '../passwords.ts'
import { storedLine } from '../stored-line.ts'
import { emailTaken } from './email-taken.ts'
import { findUnitId, insertUser } from './users.repository.ts'

/** Without a unit the role is over the whole site. */
const NewUser = object({
  email: Email,
  name: line(100),
  password: Password,
  role: Type.Enum(roles),
  unitSlug: Type.Optional(Slug),
})
export type NewUser = Static<typeof NewUser>

/**
 * Makes a user with one role and notes it in the audit log; answers the user's id. By default it is the operator who acts.
 * Throws `invalid_request` with a cure for each wrong field, `conflict` when the e-mail is taken, `unknown_reference` for the unit.
 */
export async function createUser(db: Db, given: NewUser, by: ActingPerson = operator): Promise<string> {
  const input = { ...given, email: storedLine(given.email), name: storedLine(given.name), password: cleanText(given.password) }
  refuseWrongFields(input)
  const unitId = input.unitSlug === undefined ? null : await findUnitId(db, input.unitSlug)
  if (unitId === undefined) throw wrong('unknown_reference', 'unitSlug', 'unknown_unit', 'There is no unit with this slug.')
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

const isNewUser = new Ajv({ allErrors: true }).compile(NewUser)

const cures: Record<string, string> = {
  email: 'Use an address such as lien@dienbien.gov.vn.',
  name: 'Use 1 to 100 characters on one line.',
  password: 'Use 8 to 128 characters.',
  role: `Use one of: ${roles.join(', ')}.`,
  unitSlug: 'Use the slug of a unit, as in its address.',
}

function refuseWrongFields(input: NewUser): void {
  isNewUser(input)
  const names = new Set((isNewUser.errors ?? []).map(({ instancePath }) => instancePath.slice(1)))
  const errors = [...names].map((name) => ({
    in: 'body' as const,
    pointer: `/${name}`,
    code: 'not_valid',
    message: cures[name] ?? 'Not valid.',
  }))
  if (errors.length > 0) throw fieldProblem('invalid_request', ...errors)
  if (!isCommonPassword(input.password, input.email)) return
  throw wrong('invalid_request', 'password', 'common_password', 'This password is among the first that others try. Use another one.')
}

function wrong(code: 'invalid_request' | 'unknown_reference', field: string, reason: string, message: string): ProblemError {
  return fieldProblem(code, { in: 'body', pointer: `/${field}`, code: reason, message })
}
