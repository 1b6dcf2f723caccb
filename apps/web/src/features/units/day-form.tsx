import { useLocale } from '../../lib/i18n/locale.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { dayParameter } from '../../lib/unit-address.ts'
import styles from './day-form.module.css'

/** Asks on which day a unit is to be shown. It is a plain form: it works without JavaScript. */
export function DayForm({ slug, day }: { slug: string; day: string | undefined }) {
  const words = useOrganizationText().unit
  return (
    <form className={styles.form} action={sitePaths(useLocale()).unit(slug)}>
      <label className={styles.day}>
        <span>{words.onDay}</span>
        <input
          key={day}
          className={styles.input}
          type="date"
          name={dayParameter}
          defaultValue={day}
          min="1900-01-01"
          max="2099-12-31"
          required
        />
      </label>
      <button type="submit" className={styles.show}>
        {words.show}
      </button>
    </form>
  )
}
