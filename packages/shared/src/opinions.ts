import { type Static, Type } from 'typebox'
import { line, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { LinkToken, shownRevision } from './previews.ts'

export const opinionAnswers = ['agree', 'change'] as const
export type OpinionAnswer = (typeof opinionAnswers)[number]

/** Who is asked: a person without an account, by name. */
export const NewOpinion = object({ name: line(200) })
export type NewOpinion = Static<typeof NewOpinion>

const opinion = {
  id: Id,
  name: Type.String(),
  /** The number of the revision that was asked about. */
  revision: Type.Integer(),
  askedBy: nullable(object({ id: Id, name: Type.String() })),
  askedAt: Timestamp,
  expiresAt: Timestamp,
  revokedAt: nullable(Timestamp),
  answer: nullable(Type.Enum(opinionAnswers)),
  text: nullable(Type.String()),
  answeredAt: nullable(Timestamp),
}

/** One named person asked about one revision. An opinion, not a permission. */
export const Opinion = object(opinion)
export type Opinion = Static<typeof Opinion>

/** The one answer that has the link itself. */
export const CreatedOpinion = object({ ...opinion, url: Type.String(), token: LinkToken })
export type CreatedOpinion = Static<typeof CreatedOpinion>

/** `change` needs a text that says what. */
export const OpinionInput = object({
  answer: Type.Enum(opinionAnswers),
  text: Type.Optional(nullable(Type.String({ maxLength: 4000 }))),
})
export type OpinionInput = Static<typeof OpinionInput>

/** What the person asked sees: the very text, who asks, until when, and what they answered. */
export const AskedOpinion = object({
  ...shownRevision,
  name: Type.String(),
  askedBy: nullable(Type.String()),
  expiresAt: Timestamp,
  answer: nullable(Type.Enum(opinionAnswers)),
  text: nullable(Type.String()),
  answeredAt: nullable(Timestamp),
})
export type AskedOpinion = Static<typeof AskedOpinion>
