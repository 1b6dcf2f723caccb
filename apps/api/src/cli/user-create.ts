import { parseArgs } from 'node:util'
import type { NewUser } from '../accounts/users/create-user.service.ts'
import { createUser } from '../accounts/users/create-user.service.ts'
import type { Db } from '../db/client.ts'
import { ProblemError } from '../errors.ts'
import { StartError } from '../lib/start-error.ts'

/**
 * `bantin user create --email … --name … --role … [--unit slug]`; the password comes from standard input, where no list of processes
 * shows it. Answers the line to print. Throws StartError with one line that names what is wrong and the cure.
 */
export async function userCreate(db: Db, args: string[], readPassword: () => Promise<string>): Promise<string> {
  const given = readOptions(args)
  const password = (await readPassword()).replace(/\r?\n$/, '')
  try {
    await createUser(db, { ...given, password })
    return `${given.email} can sign in as ${given.role}.`
  } catch (error) {
    throw error instanceof ProblemError ? new StartError(oneLine(error)) : error
  }
}

const usage = 'Use: bantin user create --email <e-mail> --name <name> --role <role> [--unit <slug>], with the password on standard input.'

function readOptions(args: string[]): Omit<NewUser, 'password'> {
  const text = { type: 'string' } as const
  const { email, name, role, unit } = parse(() => parseArgs({ args, options: { email: text, name: text, role: text, unit: text } }).values)
  if (email === undefined || name === undefined || role === undefined) throw new StartError(usage)
  // What the role may be is the service's to say, with the cure.
  return { email, name, role: role as NewUser['role'], ...(unit === undefined ? {} : { unitSlug: unit }) }
}

function parse<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw new StartError(usage)
  }
}

const options: Record<string, string> = { unitSlug: '--unit', password: 'password' }

function oneLine({ message, extra }: ProblemError): string {
  const findings = (extra.errors ?? []).map(({ pointer = '', message: cure }) => {
    const field = pointer.slice(1)
    return `${options[field] ?? `--${field}`}: ${cure}`
  })
  return findings.length > 0 ? `The user was not made. ${findings.join(' ')}` : `The user was not made: ${message}.`
}
