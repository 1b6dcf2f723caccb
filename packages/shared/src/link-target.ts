import { Type } from 'typebox'

// Browsers pass over some control characters, and would read another address than stands there.
const rest = '[^\\s\\u0000-\\u0020\\u007F-\\u009F]'
// Not `//host`, nor `/\host`, which browsers take for the same.
const forms = [`https?://(?![/\\\\])${rest}+`, `mailto:${rest}+`, 'tel:[+\\d().-]+', `/(?![/\\\\])${rest}*`, `#${rest}+`]

const pattern = `^(${forms.join('|')})$`
const longest = 2000

/** Where a link may lead: the web, a mailbox, a telephone, a page of this site, a place on this page. */
export const LinkTarget = Type.String({
  maxLength: longest,
  pattern,
  description: 'an address that begins with https://, http://, mailto:, tel:, / or #',
})

const expression = new RegExp(pattern, 'u')

/** Whether a link may lead there. */
export function isLinkTarget(address: string): boolean {
  return address.length <= longest && expression.test(address)
}
