import { Type } from 'typebox'
import { linePattern } from './line-pattern.ts'

/** What a person is called. No address of a page: names stand in mails, where one would become a link. */
export const PersonName = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: linePattern.replace('^', '^(?!.*://)'),
  description: 'one line with at least one visible character and without ://',
})
