import { Type } from 'typebox'
import { idPattern } from './is-id.ts'

/** A UUID in lower-case form. Ids of rows are version 7 and never reused; hit ids are random. */
export const Id = Type.String({ pattern: idPattern, description: 'an id such as 01a20909-061d-755d-8764-728896a90855' })

/** The readable part of an address: folded words joined by hyphens, at most 80 characters and a suffix. */
export const Slug = Type.String({
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 90,
  description: 'the last part of an address, such as thi-dua-khen-thuong',
})
