import type { PublishingPolicy } from '@bantin/shared/permissions'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import styles from './policy-choice.module.css'

interface PolicyChoiceProps<Policy extends PublishingPolicy> {
  legend: string
  policies: readonly Policy[]
  policy: Policy
  onPolicy: (policy: Policy) => void
}

/** How many people a publication needs, each with what it means for the people who write. */
export function PolicyChoice<Policy extends PublishingPolicy>({ legend, policies, policy, onPolicy }: PolicyChoiceProps<Policy>) {
  const words = useSettingsText()
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {policies.map((each) => (
        <label key={each} className={styles.choice}>
          <input type="radio" name="policy" value={each} checked={each === policy} onChange={() => onPolicy(each)} />
          <span>
            <strong>{words.policies[each]}</strong>
            <span className={styles.hint}>{words.policyHints[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
