import { Type } from 'typebox'
import { LocalDate, nullable } from './fields.ts'

/** Days of a period as they are sent: from the first, null or absent since ever, through the last, null or absent without end. */
export const sentDays = { from: Type.Optional(nullable(LocalDate)), through: Type.Optional(nullable(LocalDate)) }

/** The same as it is answered. */
export const shownDays = { from: nullable(LocalDate), through: nullable(LocalDate) }
