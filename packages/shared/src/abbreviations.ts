import { type Static, Type } from 'typebox'
import { line } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

/** A short form and what it stands for: whoever searches for one finds the other too. */
export const Abbreviation = object({ id: Id, version: Type.Integer(), short: Type.String(), long: Type.String() })
export type Abbreviation = Static<typeof Abbreviation>

const forms = { short: line(100), long: line(100) }

export const NewAbbreviation = object(forms)
export type NewAbbreviation = Static<typeof NewAbbreviation>

export const AbbreviationPatch = object({ short: Type.Optional(forms.short), long: Type.Optional(forms.long) })
export type AbbreviationPatch = Static<typeof AbbreviationPatch>

export const AbbreviationListQuery = object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) })
export type AbbreviationListQuery = Static<typeof AbbreviationListQuery>
