import { type Static, Type } from 'typebox'
import { BlocYear, decisionStatuses } from './blocs.ts'
import { LocalDate, line, nullable, text } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { awardStatuses } from './units.ts'

/** Scores are not capped: extra points go beyond a hundred. */
const Score = nullable(Type.Number({ minimum: -1_000_000, maximum: 1_000_000 }))
const Rank = nullable(Type.Integer({ minimum: 1, maximum: 1000 }))
const Status = Type.Enum(decisionStatuses)
const LegalBasis = nullable(text(2000))
const Note = nullable(text(1000))

/** Ranks are as they are `given`, or reckoned from the final scores, ties sharing one. */
export const rankings = ['given', 'final'] as const

const result = { unitId: Id, self: Score, bloc: Score, final: Score, rank: Rank, note: Note }

/** A bloc's year as a whole: members that are not among `results` have none. */
export const BlocYearInput = object({
  status: Status,
  legalBasis: Type.Optional(LegalBasis),
  /** `given` without it. */
  ranking: Type.Optional(Type.Enum(rankings)),
  results: Type.Array(
    object({
      unitId: Id,
      self: Type.Optional(Score),
      bloc: Type.Optional(Score),
      final: Type.Optional(Score),
      rank: Type.Optional(Rank),
      note: Type.Optional(Note),
    }),
    { maxItems: 500 },
  ),
})
export type BlocYearInput = Static<typeof BlocYearInput>

const Member = object({ unitId: Id, name: Type.String(), shortName: nullable(Type.String()), code: nullable(Type.String()) })

/** A bloc's year, its members called as at the end of it. One of which nothing is kept yet is empty and proposed, and its version is 0. */
export const EditorialBlocYear = object({
  blocId: Id,
  year: BlocYear,
  version: Type.Integer(),
  status: Status,
  legalBasis: nullable(Type.String()),
  /** By rank, those without one last. */
  results: Type.Array(object({ ...result, name: Type.String() })),
  /** All that were members on a day of the year, with a result or without, by name. */
  members: Type.Array(Member),
  /** Of the bloc: what permission depends on. */
  unitPath: Type.Array(Id),
})
export type EditorialBlocYear = Static<typeof EditorialBlocYear>
export type BlocResult = EditorialBlocYear['results'][number]
export type BlocYearMember = Static<typeof Member>

/** The years of a bloc of which something is kept. */
export const BlocYearCard = object({ year: BlocYear, version: Type.Integer(), status: Status, results: Type.Integer() })
export type BlocYearCard = Static<typeof BlocYearCard>

const Column = Type.Integer({ minimum: 0, maximum: 99 })
const mapping = { member: Column, self: Column, bloc: Column, final: Column, rank: Column, note: Column }

/** What is read of a table, and the columns in which it stands, the first one being 0. */
export const EmulationMapping = object({
  /** The member, by its code or by its name or short name of today or of that year. */
  member: mapping.member,
  self: Type.Optional(mapping.self),
  bloc: Type.Optional(mapping.bloc),
  final: Type.Optional(mapping.final),
  rank: Type.Optional(mapping.rank),
  note: Type.Optional(mapping.note),
})
export type EmulationMapping = Static<typeof EmulationMapping>

/** Rows of a table as `POST /editorial/tables` answers them. They take the place of all results of the year. */
export const EmulationTable = object({
  rows: Type.Array(Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 100 }), { minItems: 1, maxItems: 1000 }),
  /** Where each row stands in the file, for messages; else rows are counted from 1. */
  lines: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 1000 })),
  mapping: EmulationMapping,
  /** `given` where the mapping has a column for ranks, else `final`, without it. */
  ranking: Type.Optional(Type.Enum(rankings)),
  /** As it stands without it. */
  status: Type.Optional(Status),
  legalBasis: Type.Optional(LegalBasis),
})
export type EmulationTable = Static<typeof EmulationTable>

export const EmulationImportQuery = object({ dryRun: Type.Optional(Type.Boolean()) })

export const tableFaults = ['member_unknown', 'member_ambiguous', 'member_twice', 'not_a_number', 'not_a_rank', 'too_long'] as const
export type TableFault = (typeof tableFaults)[number]

/** What a row of the table was understood as; one with `problems` keeps the whole table from being taken, which is 400 then. */
export const EmulationRow = object({
  line: Type.Integer(),
  /** The member as the table calls it. */
  member: Type.String(),
  ...result,
  unitId: nullable(Id),
  /** The member as it was called at the end of the year. */
  name: nullable(Type.String()),
  problems: Type.Array(
    object({ code: Type.Enum(tableFaults), field: Type.Enum(Object.keys(mapping) as (keyof typeof mapping)[]), message: Type.String() }),
  ),
})
export type EmulationRow = Static<typeof EmulationRow>

/** What became of the table, or would become of it. */
export const EmulationImport = object({
  /** Whether it was taken: not in a dry run. */
  taken: Type.Boolean(),
  rows: Type.Array(EmulationRow),
  /** Members of the year of which the table has no row. */
  missing: Type.Array(Member),
  /** The year as it stands now. */
  year: EditorialBlocYear,
})
export type EmulationImport = Static<typeof EmulationImport>

const award = {
  title: line(300),
  unitId: nullable(Id),
  personId: nullable(Id),
  authority: nullable(line(200)),
  decisionNo: nullable(line(100)),
  on: nullable(LocalDate),
}

/** A commendation of a unit or of a person, of exactly one of them. What is decided names its authority and its day. */
export const NewAward = object({
  year: BlocYear,
  title: award.title,
  unitId: Type.Optional(award.unitId),
  personId: Type.Optional(award.personId),
  authority: Type.Optional(award.authority),
  decisionNo: Type.Optional(award.decisionNo),
  on: Type.Optional(award.on),
  status: Status,
})
export type NewAward = Static<typeof NewAward>

/** What was decided is revoked, not proposed again; what was revoked stays so. */
export const AwardPatch = object({
  year: Type.Optional(BlocYear),
  title: Type.Optional(award.title),
  unitId: Type.Optional(award.unitId),
  personId: Type.Optional(award.personId),
  authority: Type.Optional(award.authority),
  decisionNo: Type.Optional(award.decisionNo),
  on: Type.Optional(award.on),
  status: Type.Optional(Type.Enum(awardStatuses)),
})
export type AwardPatch = Static<typeof AwardPatch>

export const AwardsQuery = object({ year: Type.Optional(BlocYear) })

const Named = object({ id: Id, name: Type.String() })

/** A commendation for a bloc's year, the unit called as at the end of it. */
export const EditorialAward = object({
  id: Id,
  version: Type.Integer(),
  blocId: Id,
  year: BlocYear,
  title: Type.String(),
  unit: nullable(Named),
  person: nullable(Named),
  authority: nullable(Type.String()),
  decisionNo: nullable(Type.String()),
  on: nullable(LocalDate),
  status: Type.Enum(awardStatuses),
  /** Of the bloc: what permission depends on. */
  unitPath: Type.Array(Id),
})
export type EditorialAward = Static<typeof EditorialAward>
