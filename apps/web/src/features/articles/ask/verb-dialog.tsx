import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { ArticleDesk } from '../form/use-article-desk.ts'
import { dayOf } from '../titles/day-of.ts'
import { TitleCheck } from '../titles/title-check.tsx'
import type { DeskVerb } from '../verbs/available-verbs.ts'
import { AskDialog, type Asked } from './ask-dialog.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { RedactDialog } from './redact-dialog.tsx'
import { RedirectDialog } from './redirect-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { useAsked } from './use-asked.ts'
import type { Asking } from './use-asking.ts'
import { useNoteQuestion } from './use-note-question.ts'

export interface VerbDialogProps {
  /** The verb that is asked about. */
  verb: DeskVerb
  desk: ArticleDesk
  /** Of the site: times are chosen by its clock. */
  timeZone: string
  asking: Pick<Asking, 'leave' | 'end'>
}

/** Asks what a verb needs and sends it; stays open, with all that was filled in, when it was refused and may be tried again. */
export function VerbDialog({ verb, desk, timeZone, asking }: VerbDialogProps) {
  const { article, dirty, values } = desk.form
  const unsaved = dirty.length > 0
  const { asked, settle, call, sender } = useAsked(verb, desk, asking)
  const question = useNoteQuestion(verb, unsaved)
  if (question) return <NoteDialog asked={asked} question={question} onSubmit={(text) => void call(question.call(text))} />
  const checks = <TitleCheck values={values} day={dayOf(values, article, timeZone)} onGo={asking.leave} />
  const edition = { asked, article, unsaved, timeZone, checks }
  switch (verb) {
    case 'publish':
    case 'publishMinor':
    case 'publishForced':
      return <PublishDialog {...edition} mode={verb} onPublish={sender('publish')} />
    case 'schedule':
      return <ScheduleDialog {...edition} onSchedule={sender('schedule')} />
    case 'remove':
      return <RemoveDialog asked={asked} onRemove={sender('remove')} />
    case 'delete':
      return <DeleteDialog asked={asked} onDelete={async () => settle(await desk.verbs.deleteDraft())} />
  }
  if (!article) return null
  if (verb === 'redirect') return <RedirectDialog asked={asked} article={article} onRedirect={sender('redirect')} />
  if (verb === 'redact') return <RedactDialog asked={asked} article={article} onRedact={sender('redact')} />
  return <AssignDialog asked={asked} article={article} onAssign={sender('assign')} />
}

function DeleteDialog({ asked, onDelete }: { asked: Asked; onDelete: () => Promise<void> }) {
  const { ask, verbs } = useDeskText()
  const { title, lead } = ask.delete
  return <AskDialog asked={asked} title={title} lead={lead} submit={verbs.names.delete} danger onSubmit={() => void onDelete()} />
}
