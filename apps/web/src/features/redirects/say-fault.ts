import type { RedirectsWords } from '../../lib/i18n/desk/vi-redirects.ts'

/** What is wrong with an address, in people's words, by the code of the fault. */
export function sayFault(code: string, words: RedirectsWords['faults']): string {
  return Object.hasOwn(words, code) ? words[code as keyof typeof words] : words.other
}
