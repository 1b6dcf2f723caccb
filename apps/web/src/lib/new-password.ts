import { ApiError } from './api-error.ts'

export type PasswordProblem = 'short' | 'long' | 'common' | 'same' | 'refused'

/** What is wrong with a new password as far as it can be told here: its length, in characters as the API counts them. */
export function problemOfPassword(password: string): PasswordProblem | undefined {
  const { length } = [...password.normalize('NFC')]
  if (length < 8) return 'short'
  return length > 128 ? 'long' : undefined
}

/** What the API found wrong with the new password; undefined when it refused for another reason. */
export function refusalOfPassword(error: unknown): PasswordProblem | undefined {
  if (!(error instanceof ApiError)) return undefined
  const wrong = error.errors.find(({ pointer }) => pointer === '/password')
  if (!wrong) return undefined
  return reasons[wrong.code] ?? 'refused'
}

const reasons: Record<string, PasswordProblem> = { common_password: 'common', same_password: 'same' }
