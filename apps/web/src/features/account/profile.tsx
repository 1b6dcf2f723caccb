import type { Me } from '@bantin/shared/auth'
import { useAccountText } from '../../lib/i18n/desk/use-account-text.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { LocaleField } from '../../ui/locale-field.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import styles from './account-form.module.css'
import { AccountSection } from './account-section.tsx'
import { useProfile } from './use-profile.ts'

/** What the person is called and in which language he is written to; what only administrators change is there to read. */
export function Profile({ me }: { me: Me }) {
  const words = useAccountText()
  const saying = useSaid()
  const { form, busy } = useProfile(me, saying)
  return (
    <AccountSection title={words.profile.title}>
      <SaidLine {...saying} />
      <Facts me={me} />
      <AskForm form={form} busy={busy} className={styles.form}>
        <TextField
          label={words.profile.name}
          hint={words.profile.nameHint}
          name="name"
          autoComplete="name"
          maxLength={100}
          required
          defaultValue={me.name}
          error={form.problems.name}
        />
        <LocaleField label={words.profile.locale} hint={words.profile.localeHint} initial={me.locale} />
        <div className={styles.actions}>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? words.saving : words.save}
          </Button>
        </div>
      </AskForm>
    </AccountSection>
  )
}

function Facts({ me }: { me: Me }) {
  const words = useAccountText().profile
  const { roles, wholeSite } = useDeskText()
  return (
    <dl className={styles.facts}>
      <dt>{words.roles}</dt>
      {me.grants.length === 0 ? <dd>{words.noRoles}</dd> : null}
      <dd hidden={me.grants.length === 0}>
        {me.grants.map(({ role, unitId, unitName }) => (
          <div key={`${role} ${unitId}`}>
            {roles[role]}, {unitName ?? wholeSite}
          </div>
        ))}
      </dd>
    </dl>
  )
}
