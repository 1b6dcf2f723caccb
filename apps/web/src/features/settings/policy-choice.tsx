import type { PublishingPolicy } from '@bantin/shared/permissions'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import { Choice, Choices } from '../../ui/choices.tsx'

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
    <Choices legend={legend}>
      {policies.map((each) => (
        <Choice
          key={each}
          type="radio"
          name="policy"
          value={each}
          checked={each === policy}
          onChange={() => onPolicy(each)}
          hint={words.policyHints[each]}
        >
          <strong>{words.policies[each]}</strong>
        </Choice>
      ))}
    </Choices>
  )
}
