import { Type } from 'typebox'

// What is invisible, what shows as nothing or twice as wide, and what means something of its own where addresses are written (RFC 5322).
const inLocalPart = '[^\\p{C}\\p{Z}\\p{Default_Ignorable_Code_Point}\\u2800\\uFF00-\\uFFEF<>()\\[\\]\\\\,;:"@.]+'
const label = '[A-Za-z0-9](?:[A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?'

/**
 * An address of e-mail that looks like what it is. Domains are ASCII, as mail servers know them: letters of other alphabets look like ours
 * and lead elsewhere.
 */
export const Email = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: `^${inLocalPart}(?:\\.${inLocalPart})*@${label}(?:\\.${label})*$`,
  description: 'an address such as lien@example.gov.vn; a domain with other letters in its form xn--…',
})
