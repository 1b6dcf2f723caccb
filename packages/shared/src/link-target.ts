// Browsers pass over some control characters, and would read another address than stands there.
const rest = '[^\\s\\u0000-\\u0020\\u007F-\\u009F]'
// Not `//host`, nor `/\host`, which browsers take for the same.
const forms = [`https?://(?![/\\\\])${rest}+`, `mailto:${rest}+`, 'tel:[+\\d().-]+', `/(?![/\\\\])${rest}*`, `#${rest}+`]

/** What the address of a link looks like: the web, a mailbox, a telephone, a page of this site, a place on this page. */
export const linkPattern = `^(${forms.join('|')})$`
export const longestLink = 2000

/** What the address of a page looks like: on the web, or on this site. */
export const pageLinkPattern = `^(${forms[0]}|${forms[3]})$`

const expression = new RegExp(linkPattern, 'u')

/** Whether a link may lead there. */
export function isLinkTarget(address: string): boolean {
  return address.length <= longestLink && expression.test(address)
}

const pageExpression = new RegExp(pageLinkPattern, 'u')

/** Whether it is the address of a page. */
export function isPageLink(address: string): boolean {
  return address.length <= longestLink && pageExpression.test(address)
}
