import { type Static, Type } from 'typebox'
import { authorKinds } from './authors.ts'
import { line, nullable, text } from './fields.ts'
import { Id, Slug } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'
import { PersonName } from './person-name.ts'

const said = {
  name: PersonName,
  kind: Type.Enum(authorKinds),
  bio: nullable(text(5000)),
  /** For which unit the author writes. */
  unitId: nullable(Id),
  /** Who it is, where that is somebody who holds posts. */
  personId: nullable(Id),
}

/** Without `slug` the address is made of the name. */
export const NewAuthor = object({
  name: said.name,
  kind: said.kind,
  slug: Type.Optional(Slug),
  bio: Type.Optional(said.bio),
  unitId: Type.Optional(said.unitId),
  personId: Type.Optional(said.personId),
})
export type NewAuthor = Static<typeof NewAuthor>

/** A changed `slug` leads on from the address of before. */
export const AuthorPatch = object({
  name: Type.Optional(said.name),
  kind: Type.Optional(said.kind),
  slug: Type.Optional(Slug),
  bio: Type.Optional(said.bio),
  unitId: Type.Optional(said.unitId),
  personId: Type.Optional(said.personId),
})
export type AuthorPatch = Static<typeof AuthorPatch>

const Named = object({ id: Id, name: Type.String() })

const card = {
  id: Id,
  version: Type.Integer(),
  slug: Slug,
  name: Type.String(),
  kind: Type.Enum(authorKinds),
  /** Called as it is today, or was last. */
  unit: nullable(Named),
  person: nullable(Named),
}

/** An author as lists show them. */
export const EditorialAuthorCard = object(card)
export type EditorialAuthorCard = Static<typeof EditorialAuthorCard>

/** Whom bylines name, with all that is said of them. */
export const EditorialAuthor = object({ ...card, bio: nullable(Type.String()) })
export type EditorialAuthor = Static<typeof EditorialAuthor>

export const EditorialAuthorsQuery = object({
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  /** Words of the name, with or without diacritics. */
  q: Type.Optional(line(100)),
})
export type EditorialAuthorsQuery = Static<typeof EditorialAuthorsQuery>
