import { type Static, Type } from 'typebox'

/** The languages in which people are written to. */
export const userLocales = ['vi', 'en'] as const

export const UserLocale = Type.Enum(userLocales)
export type UserLocale = Static<typeof UserLocale>
