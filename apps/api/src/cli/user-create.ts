import { parseArgs } from 'node:util'
import { roles } from '@bantin/shared/permissions'
import { createUser, type UserOfCommand } from '../accounts/users/create-user.service.ts'
import type { Db } from '../db/client.ts'
import { ProblemError } from '../errors.ts'
import { StartError } from '../lib/start-error.ts'
import type { Command } from './command.ts'
import { readPassword } from './read-password.ts'
import { withDatabase } from './with-database.ts'

export const userCreate: Command = {
  usage: 'user create --email <e-mail> --name <name> --role <role> [--unit <slug>]',
  summary: `makes a user (${roles.join(', ')}), of the whole site or of a unit; the password comes from standard input`,
  run: async (args, context) => {
    const options = readOptions(args)
    const password = await readPassword(context.say)
    context.say(await withDatabase(context, ({ db }) => makeUser(db, options, password)))
    return 0
  },
}

type Options = Omit<UserOfCommand, 'password'>

/** Answers the line to print. Throws StartError with one line that names what is wrong with which option, and the cure. */
export async function makeUser(db: Db, options: Options, password: string): Promise<string> {
  try {
    await createUser(db, { ...options, password })
    return `${options.email} can sign in as ${options.role}.`
  } catch (error) {
    throw error instanceof ProblemError ? new StartError(oneLine(error)) : error
  }
}

/** The role is checked by the service, like everything else. */
export function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const
  const { email, name, role, unit } = parseArgs({ args, options: { email: text, name: text, role: text, unit: text } }).values
  if (email === undefined || name === undefined || role === undefined) {
    throw new StartError(`--email, --name and --role are needed.\nUsage: bantin ${userCreate.usage}`)
  }
  return { email, name, role: role as UserOfCommand['role'], ...(unit === undefined ? {} : { unitSlug: unit }) }
}

const names: Record<string, string> = { '/unitSlug': '--unit', '/password': 'password' }

function oneLine({ message, extra }: ProblemError): string {
  const findings = (extra.errors ?? []).map(({ pointer = '', message: cure }) => `${names[pointer] ?? `--${pointer.slice(1)}`}: ${cure}`)
  return `The user was not made. ${findings.length > 0 ? findings.join(' ') : message}`
}
