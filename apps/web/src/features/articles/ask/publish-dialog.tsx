import type { PublishInput } from '@bantin/shared/article-verbs'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { ReactNode } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { TextAreaField } from '../../../ui/field.tsx'
import { type FieldProblems, type Filled, useAskForm } from '../../../ui/use-ask-form.ts'
import { AcceptLegacyFont, readAcceptance } from './accept-legacy-font.tsx'
import { AskDialog, type Asked } from './ask-dialog.tsx'
import { CameOutBefore, readCameOut } from './came-out-before.tsx'
import { EditionFields, readEdition } from './edition-fields.tsx'

export type PublishMode = 'publish' | 'publishMinor' | 'publishForced'

interface PublishDialogProps {
  asked: Asked
  mode: PublishMode
  article: EditorialArticle | null
  unsaved: boolean
  timeZone: string
  /** What to look at before; never in the way. */
  checks: ReactNode
  onPublish: (input: PublishInput) => void
}

/** Asks what a new edition is before it goes out, by force also why; the first one is asked nothing that it needs. */
export function PublishDialog({ asked, mode, article, unsaved, timeZone, checks, onPublish }: PublishDialogProps) {
  const words = useDeskText()
  const isFirst = (article?.edition ?? null) === null
  const { formRef, problems, submit } = useAskForm((filled) => readPublication(filled, { mode, isFirst, timeZone }, words), onPublish)
  return (
    <AskDialog
      asked={asked}
      title={titleOf(mode, isFirst, words.ask.publish)}
      lead={[leadOf(mode, article, words.ask.publish), unsaved ? words.ask.savesFirst : ''].join(' ').trim()}
      submit={mode === 'publish' && !isFirst ? words.verbs.publishAgain : words.verbs.names[mode]}
      onSubmit={submit}
      formRef={formRef}
    >
      {isFirst || mode === 'publishMinor' ? null : <EditionFields problems={problems} hasNote={mode === 'publish'} />}
      {mode === 'publishForced' ? <Why error={problems.why} /> : null}
      {isFirst ? <CameOutBefore timeZone={timeZone} error={problems.before} /> : null}
      <AcceptLegacyFont asked={asked} />
      {checks}
    </AskDialog>
  )
}

function Why({ error }: { error: string | undefined }) {
  const words = useDeskText().ask.publish
  return <TextAreaField name="why" label={words.why} hint={words.whyHint} rows={3} required maxLength={2000} error={error} />
}

interface Publication {
  mode: PublishMode
  isFirst: boolean
  timeZone: string
}

function readPublication(
  filled: Filled,
  { mode, isFirst, timeZone }: Publication,
  words: DeskWords,
): { send: PublishInput } | { wrong: FieldProblems } {
  const acceptance = readAcceptance(filled)
  if (mode === 'publishMinor') return { send: { kind: 'minor', ...acceptance } }
  const edition = isFirst ? readCameOut(filled, timeZone, words.ask.publish) : readEdition(filled, words.verbs)
  const why = filled('why')
  if (mode === 'publish') return 'send' in edition ? { send: { ...edition.send, ...acceptance } } : edition
  const missing = why ? {} : { why: words.ask.publish.whyMissing }
  if ('wrong' in edition || !why) return { wrong: { ...('wrong' in edition ? edition.wrong : {}), ...missing } }
  return { send: { ...edition.send, ...acceptance, force: true, note: why } }
}

function titleOf(mode: PublishMode, isFirst: boolean, words: DeskWords['ask']['publish']): string {
  if (mode === 'publishMinor') return words.titleMinor
  if (mode === 'publishForced') return words.titleForced
  return isFirst ? words.title : words.titleAgain
}

function leadOf(mode: PublishMode, article: EditorialArticle | null, words: DeskWords['ask']['publish']): string {
  if (mode === 'publishMinor') return words.leadMinor
  if (mode === 'publishForced') return words.leadForced
  if ((article?.edition ?? null) === null) return words.leadFirst
  return article?.publicState === 'published' ? '' : words.leadBack
}
