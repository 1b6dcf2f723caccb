import type { ProblemCode } from '@bantin/shared/errors'

/** Why a file is not read, for whoever sent it. */
export interface Refusal {
  code: Extract<ProblemCode, 'file_not_accepted' | 'file_too_large' | 'file_unreadable'>
  detail: string
}

/** Thrown where a file is found to be none that we read. */
export class RefusedFile extends Error {
  readonly refusal: Refusal
  constructor(code: Refusal['code'], detail: string) {
    super(detail)
    this.refusal = { code, detail }
  }
}
