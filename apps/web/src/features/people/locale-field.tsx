import type { UserLocale } from '@bantin/shared/user-locale'
import { usePeopleText } from '../../lib/i18n/desk/use-people-text.ts'
import { Field } from '../../ui/field.tsx'

/** In which language somebody is written to, as a field of a form. */
export function LocaleField({ initial }: { initial: UserLocale }) {
  const words = usePeopleText().invite
  return (
    <Field label={words.locale}>
      {(control) => (
        <select name="locale" defaultValue={initial} {...control}>
          <option value="vi">{words.locales.vi}</option>
          <option value="en">{words.locales.en}</option>
        </select>
      )}
    </Field>
  )
}
