import { type UserLocale, userLocales } from '@bantin/shared/user-locale'
import { Field } from './field.tsx'

interface LocaleFieldProps {
  label: string
  hint?: string
  initial: UserLocale
}

/** Each language by its own name, for those who read no other. */
export const localeNames: Record<UserLocale, string> = { vi: 'Tiếng Việt', en: 'English' }

/** The field `locale`: in which language somebody is written to. */
export function LocaleField({ label, hint, initial }: LocaleFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select name="locale" defaultValue={initial} {...control}>
          {userLocales.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
