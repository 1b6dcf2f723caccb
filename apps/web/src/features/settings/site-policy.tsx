import { publishingPolicies } from '@bantin/shared/permissions'
import type { Settings } from '@bantin/shared/settings'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import { Button } from '../../ui/button.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { PolicyChoice } from './policy-choice.tsx'
import styles from './site-policy.module.css'
import { useSitePolicy } from './use-site-policy.ts'

/** The site's policy: to change for administrators, to read for others. */
export function SitePolicy({ settings, mayChange }: { settings: Settings; mayChange: boolean }) {
  const words = useSettingsText()
  return (
    <section className={styles.policy} aria-labelledby="site-policy">
      <h2 id="site-policy">{words.site}</h2>
      {mayChange ? <Changing settings={settings} /> : <Reading settings={settings} />}
    </section>
  )
}

function Changing({ settings }: { settings: Settings }) {
  const words = useSettingsText()
  const saying = useSaid()
  const { shown, isChanged, busy, choose, undo, save } = useSitePolicy(settings, saying)
  return (
    <>
      <SaidLine {...saying} />
      <PolicyChoice
        legend={words.lead}
        policies={publishingPolicies}
        policy={shown.publishingPolicy}
        onPolicy={(publishingPolicy) => choose({ publishingPolicy })}
      />
      <label className={styles.switch}>
        <input
          type="checkbox"
          role="switch"
          checked={shown.minorDirect}
          aria-checked={shown.minorDirect}
          onChange={(event) => choose({ minorDirect: event.target.checked })}
        />
        <span>
          <strong>{words.minor}</strong>
          <span className={styles.hint}>{words.minorHint}</span>
        </span>
      </label>
      <div className={styles.actions}>
        {isChanged ? (
          <>
            <Button variant="primary" busy={busy} onClick={save}>
              {busy ? words.saving : words.save}
            </Button>
            <Button onClick={undo}>{words.undo}</Button>
          </>
        ) : null}
      </div>
    </>
  )
}

function Reading({ settings }: { settings: Settings }) {
  const words = useSettingsText()
  const { publishingPolicy, minorDirect } = settings
  return (
    <>
      <p>
        <strong>{words.policies[publishingPolicy]}</strong>
        <span className={styles.hint}>{words.policyHints[publishingPolicy]}</span>
      </p>
      <p>
        <strong>{minorDirect ? words.minor : words.minorOff}</strong>
        <span className={styles.hint}>{minorDirect ? words.minorHint : null}</span>
      </p>
      <p className={styles.hint}>{words.readOnly}</p>
    </>
  )
}
