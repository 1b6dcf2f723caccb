/** Status and code of a problem answer. */
export function said(answer: { statusCode: number; json(): { code: string } }): [status: number, code: string] {
  return [answer.statusCode, answer.json().code]
}
