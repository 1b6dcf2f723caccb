import { type Static, Type } from 'typebox'
import { FigureDay, LocalDate, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'

export const reportKinds = ['month', 'quarter', 'half', 'year'] as const
export type ReportKind = (typeof reportKinds)[number]

/** By the calendar, or by reporting periods, which begin on the 15th of the month before and end on the 14th. */
export const reportCalendars = ['calendar', 'reporting'] as const
export type ReportCalendar = (typeof reportCalendars)[number]

const asked = {
  kind: Type.Enum(reportKinds),
  countedBy: Type.Optional(Type.Enum(reportCalendars, { description: 'without it: calendar' })),
  day: FigureDay,
}

/** Which period: the one of this kind that the day lies in. */
export const ReportQuery = object(asked)
export type ReportQuery = Static<typeof ReportQuery>

const language = { locale: Type.Optional(Type.Enum(['vi', 'en'] as const, { description: 'without it: vi' })) }

/** In which language a file is. */
export const SavedReportFileQuery = object(language)
export const ReportFileQuery = object({ ...asked, ...language })

const Named = nullable(object({ id: Id, name: Type.String() }))

/** What an agency reports of a period. */
export const ReportFigures = object({
  /** How many articles came out for the first time, by kind of piece, unit, category and author. They add up to `articles`. */
  published: Type.Array(object({ genre: nullable(Type.String()), unit: Named, category: Named, author: Named, articles: Type.Integer() })),
  articles: Type.Integer(),
  /** From the event to the first publication, of the articles that name an event. */
  timeliness: object({
    articles: Type.Integer(),
    sameDay: Type.Integer(),
    nextDay: Type.Integer(),
    later: Type.Integer(),
    medianDays: nullable(Type.Number()),
  }),
  corrections: Type.Integer(),
  holds: Type.Integer(),
  withdrawals: Type.Integer(),
  views: Type.Integer(),
  visits: Type.Integer(),
  readers: Type.Integer(),
  /** The most read, by readers. */
  top: Type.Array(object({ id: Id, title: Type.String(), url: nullable(Type.String()), views: Type.Integer(), readers: Type.Integer() })),
})
export type ReportFigures = Static<typeof ReportFigures>

const period = { kind: Type.Enum(reportKinds), countedBy: Type.Enum(reportCalendars), startsOn: LocalDate, endsOn: LocalDate }

/** A report as it would be saved now. */
export const Report = object({ ...period, figures: ReportFigures })
export type Report = Static<typeof Report>

const saved = { id: Id, ...period, savedAt: Timestamp, savedBy: nullable(object({ id: Id, name: Type.String() })) }

/** A report that was saved: its figures stay as they were. */
export const SavedReport = object({ ...saved, figures: ReportFigures })
export type SavedReport = Static<typeof SavedReport>

export const ListedReport = object(saved)
export type ListedReport = Static<typeof ListedReport>
