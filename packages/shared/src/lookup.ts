import { type Static, Type } from 'typebox'
import { Id } from './ids.ts'
import { object } from './object.ts'

export const lookedUpEntities = ['article', 'unit', 'person', 'author', 'category', 'tag', 'site'] as const

export const LookupQuery = object({
  url: Type.String({ minLength: 1, maxLength: 2000, description: 'an address of this portal, whole or from its first slash' }),
})

/** What a public address shows, and where the API has it: of a category or a tag, its list. */
export const Lookup = object({ entity: Type.Enum(lookedUpEntities), id: Id, apiUrl: Type.String() })
export type Lookup = Static<typeof Lookup>
