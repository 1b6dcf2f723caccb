import type { PublishInput } from '@bantin/shared/article-verbs'
import { useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { TextAreaField } from '../../../ui/field.tsx'
import type { FieldProblems, Filled } from '../../../ui/use-ask-form.ts'
import { EditionKindChoice, type Kind, kinds } from './edition-kind-choice.tsx'

interface EditionFieldsProps {
  problems: FieldProblems
  /** An update has a note of its own. Not so where the reason for going ahead is the note. */
  hasNote?: boolean
}

/** How an edition stands to the one before it, with the texts that its kind asks for. A first edition is asked nothing. */
export function EditionFields({ problems, hasNote = true }: EditionFieldsProps) {
  const { verbs: words, ask } = useDeskText()
  // None is chosen beforehand: each is wrong for the others, and in a hurry a default goes out unread (a correction as a spelling fix,
  // a spelling fix at the top of the list).
  const [kind, setKind] = useState<Kind | null>(null)
  const optional = (label: string) => `${label} (${ask.optional})`
  const area = (name: string, label: string) => <TextAreaField name={name} label={label} rows={2} maxLength={2000} error={problems[name]} />
  return (
    <>
      <EditionKindChoice kind={kind} onKind={setKind} missing={kind === null && problems.kind !== undefined} />
      {kind === 'major' && hasNote ? area('note', optional(words.noteMajor)) : null}
      {kind === 'correction' ? (
        <>
          <TextAreaField name="wrong" label={words.wrong} rows={2} required maxLength={2000} error={problems.wrong} />
          <TextAreaField name="right" label={words.right} rows={2} required maxLength={2000} error={problems.right} />
          {area('correctionNote', optional(words.note))}
        </>
      ) : null}
    </>
  )
}

type Edition = Pick<PublishInput, 'kind' | 'note' | 'correction'>

/** What was filled in about a further edition, or what is missing: no kind was chosen, or a correction does not say both sides. */
export function readEdition(filled: Filled, words: DeskWords['verbs']): { send: Edition } | { wrong: FieldProblems } {
  const [kind, note, wrong, right] = [kinds.find((each) => each === filled('kind')), filled('note'), filled('wrong'), filled('right')]
  if (kind === undefined) return { wrong: { kind: words.kindMissing } }
  if (kind !== 'correction') return { send: note ? { kind, note } : { kind } }
  if (!wrong || !right) return { wrong: { [wrong ? 'right' : 'wrong']: words.correctionMissing } }
  return { send: { kind, correction: { wrong, right, note: filled('correctionNote') || null } } }
}
