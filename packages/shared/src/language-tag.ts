/** What the tag of a language (BCP 47) looks like. */
export const languagePattern = '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'

const expression = new RegExp(languagePattern)

/** Whether this is a language tag such as the contract takes. */
export function isLanguage(tag: string): boolean {
  return expression.test(tag)
}
