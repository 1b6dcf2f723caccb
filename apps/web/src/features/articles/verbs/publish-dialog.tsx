import type { EditorialArticle, PublishInput } from '@bantin/shared/editorial-articles'
import { type ComponentProps, useRef, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextAreaField } from '../../../ui/field.tsx'
import { EditionKindChoice } from './edition-kind-choice.tsx'

interface PublishDialogProps {
  article: EditorialArticle | null
  unsaved: boolean
  onPublish: (input: PublishInput) => void
  onClose: () => void
}

type Kind = NonNullable<PublishInput['kind']>

/** The texts that the chosen kind asks for. */
type Fields = Partial<Record<'wrong' | 'right' | 'note', HTMLTextAreaElement | null>>

/** Asks what a new edition is before it goes out; the first one is asked nothing. */
export function PublishDialog({ article, unsaved, onPublish, onClose }: PublishDialogProps) {
  const words = useDeskText()
  const first = (article?.edition ?? null) === null
  const { kind, choose, missing, field, firstKind, publish } = useEdition(first, onPublish)
  return (
    <Dialog
      open
      onClose={onClose}
      title={first ? words.verbs.publishTitle : words.verbs.publishAgainTitle}
      lead={[leadOf(article, words.verbs), unsaved ? words.verbs.savesFirst : ''].join(' ').trim()}
      actions={
        <>
          <Button variant="primary" onClick={publish}>
            {first ? words.verbs.publish : words.verbs.publishAgain}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      {first ? null : <EditionKindChoice kind={kind} onKind={choose} missing={missing && kind === null} firstRef={firstKind} />}
      {first ? null : <EditionTexts kind={kind} field={field} missing={missing} />}
    </Dialog>
  )
}

/** What is filled in about the edition; `publish` sends it, or goes to what is missing. */
function useEdition(first: boolean, onPublish: (input: PublishInput) => void) {
  // None is chosen beforehand: each is wrong for the others, and in a hurry a default goes out unread (a correction as a spelling fix,
  // a spelling fix at the top of the list).
  const [kind, setKind] = useState<Kind | null>(null)
  const firstKind = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState(false)
  const fields = useRef<Fields>({})
  const field = (name: keyof Fields) => ({
    name,
    maxLength: 2000,
    ref: (area: HTMLTextAreaElement | null) => {
      fields.current[name] = area
    },
  })
  const choose = (chosen: Kind): void => {
    setKind(chosen)
    setMissing(false)
  }
  const publish = (): void => {
    const { wrong, right } = fields.current
    const input = first ? {} : inputOf(kind, fields.current)
    setMissing(input === null)
    if (input) onPublish(input)
    else (kind === null ? firstKind.current : textOf(wrong) ? right : wrong)?.focus()
  }
  return { kind, choose, missing, field, firstKind, publish }
}

interface EditionTextsProps {
  kind: Kind | null
  field: (name: keyof Fields) => ComponentProps<'textarea'>
  missing: boolean
}

function EditionTexts({ kind, field, missing }: EditionTextsProps) {
  const words = useDeskText().verbs
  const optional = (label: string) => `${label} (${words.optional})`
  if (kind === null || kind === 'minor') return null
  if (kind === 'major') return <TextAreaField key="major" label={optional(words.noteMajor)} rows={2} {...field('note')} />
  return (
    <>
      <TextAreaField label={words.wrong} rows={2} required {...field('wrong')} />
      <TextAreaField label={words.right} rows={2} required {...field('right')} />
      <TextAreaField label={optional(words.note)} rows={2} {...field('note')} />
      <p role="alert">{missing ? words.correctionMissing : ''}</p>
    </>
  )
}

function leadOf(article: EditorialArticle | null, words: ReturnType<typeof useDeskText>['verbs']): string {
  if ((article?.edition ?? null) === null) return words.firstLead
  return article?.publicState === 'published' ? '' : words.backLead
}

/** What to send, or null when no kind is chosen or a correction does not say both sides. */
function inputOf(kind: Kind | null, fields: Fields): PublishInput | null {
  const [wrong, right, note] = [textOf(fields.wrong), textOf(fields.right), textOf(fields.note) || null]
  if (kind === null) return null
  if (kind === 'major') return note ? { kind, note } : { kind }
  if (kind === 'minor') return { kind }
  return wrong && right ? { kind, correction: { wrong, right, note } } : null
}

function textOf(area: HTMLTextAreaElement | null | undefined): string {
  return area?.value.trim() ?? ''
}
