import { createContext, useContext } from 'react'

/** The languages of the interface. Content has its own. */
export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

const LocaleContext = createContext<Locale>('vi')

/** Sets the language of everything below it. */
export const LocaleProvider = LocaleContext.Provider

/** The language of the interface. */
export function useLocale(): Locale {
  return useContext(LocaleContext)
}
