import { parseArgs } from 'node:util'
import type { OrderParts } from '../accounts/users/order-link.service.ts'
import { disableByEmail, orderLinkByEmail, takeSecondFactorByEmail } from '../accounts/users/rescue.service.ts'
import type { Db } from '../db/client.ts'
import { toProblem } from '../errors.ts'
import { StartError } from '../lib/start-error.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

export const userResetPassword: Command = {
  usage: 'user reset-password --email <e-mail>',
  summary: 'prints a link with which the user sets a new password; no mail is needed',
  run: async (args, context) => {
    const email = readEmail(args)
    context.say(await withDatabase(context, ({ db }, config) => rescue(() => linkLine(db, config, email))))
    return 0
  },
}

export const userResetSecondFactor: Command = {
  usage: 'user reset-second-factor --email <e-mail>',
  summary: 'takes away a second factor that was lost, and signs the user out',
  run: async (args, context) => {
    const email = readEmail(args)
    await withDatabase(context, ({ db }) => rescue(() => takeSecondFactorByEmail(db, email)))
    context.say(`${email} signs in with the password alone.`)
    return 0
  },
}

export const userDisable: Command = {
  usage: 'user disable --email <e-mail>',
  summary: 'signs the user out at once and lets nobody in with this account; an administrator enables it again at the desk',
  run: async (args, context) => {
    const email = readEmail(args)
    await withDatabase(context, ({ db }) => rescue(() => disableByEmail(db, email)))
    context.say(`${email} can not sign in any more.`)
    return 0
  },
}

/** Throws StartError when there is none, as `parseArgs` does for options that there are not. */
export function readEmail(args: string[]): string {
  const { email } = parseArgs({ args, options: { email: { type: 'string' } } }).values
  if (email === undefined) throw new StartError('--email is needed.')
  return email.trim()
}

/** What is printed of a new link. */
export async function linkLine(db: Db, parts: OrderParts, email: string): Promise<string> {
  const { url, expiresAt } = await orderLinkByEmail(db, parts, email)
  return `${email} sets a password here, until ${expiresAt}; links made before are closed:\n${url}`
}

/** Throws StartError with one line for what is refused. */
export async function rescue<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const problem = toProblem(error)
    throw problem.code === 'internal' ? error : new StartError(`Nothing was changed. ${problem.message}`)
  }
}
