import { fieldProblem, type ProblemError, toProblem } from '../../errors.ts'

/** What whoever gives a person an e-mail that another one has is told: 409 `conflict`. */
export function emailTaken(): ProblemError {
  const message = 'There is already a user with this e-mail.'
  return fieldProblem('conflict', { in: 'body', pointer: '/email', code: 'email_taken', message })
}

/** For a change of an account that failed: throws `emailTaken` where it was for the e-mail, else the same again. */
export function sayEmailTaken(error: unknown): never {
  throw toProblem(error).code === 'conflict' ? emailTaken() : error
}
