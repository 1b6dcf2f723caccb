import type { PublishInput } from '@bantin/shared/article-verbs'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Choice, Choices } from '../../../ui/choices.tsx'

export type Kind = NonNullable<PublishInput['kind']>

export const kinds = ['major', 'minor', 'correction'] as const satisfies readonly Kind[]

interface EditionKindChoiceProps {
  kind: Kind | null
  onKind: (kind: Kind) => void
  /** Publishing was asked for without a choice. */
  missing: boolean
}

/** How a new edition stands to the one before, each with what it does to the page. */
export function EditionKindChoice({ kind, onKind, missing }: EditionKindChoiceProps) {
  const words = useDeskText().verbs
  return (
    <Choices legend={words.kind} problem={missing ? words.kindMissing : ''}>
      {kinds.map((each) => (
        <Choice
          key={each}
          type="radio"
          name="kind"
          value={each}
          required
          checked={each === kind}
          onChange={() => onKind(each)}
          hint={words.kindHints[each]}
          wrong={missing}
        >
          <strong>{words.kinds[each]}</strong>
        </Choice>
      ))}
    </Choices>
  )
}
