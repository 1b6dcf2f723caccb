interface Detailed extends Error {
  code?: unknown
  constraint?: unknown
  table?: unknown
}

/** What the log keeps of an error, and of its causes. */
export interface LoggableError {
  type: string
  message: string
  code?: string
  constraint?: string
  table?: string
  stack?: string
  cause?: LoggableError
}

/**
 * An error as the log may have it: what failed and where, but none of the values it failed with. The query builder's errors carry
 * every parameter and PostgreSQL's carry whole rows, and among them are drafts, addresses and hashes of passwords.
 */
export function loggableError(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'Something that is no error was thrown.' }
  const { code, constraint, table, cause } = error as Detailed
  return {
    type: error.constructor.name,
    message: messageOf(error, code),
    ...textFields({ code, constraint, table, stack: placesIn(error) }),
    ...(cause instanceof Error ? { cause: loggableError(cause) } : {}),
  }
}

// A statement for many rows is as long as they are many.
const longest = 2048

function messageOf({ message }: Error, code: unknown): string {
  // Class 22 of PostgreSQL, "data exception", quotes the data.
  if (typeof code === 'string' && /^22...$/.test(code)) return 'A value was not valid.'
  const [statement = ''] = message.split('\nparams: ', 1)
  return statement.length <= longest ? statement : `${statement.slice(0, longest)}…`
}

/** The stack without the whole message that it begins with. */
function placesIn({ stack = '', message }: Error): string | undefined {
  const start = stack.indexOf(message)
  return start < 0 ? undefined : stack.slice(start + message.length).trimStart()
}

function textFields<Name extends string>(fields: Record<Name, unknown>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string')) as Partial<Record<Name, string>>
}
