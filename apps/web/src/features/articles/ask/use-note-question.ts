import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskVerb } from '../verbs/available-verbs.ts'
import type { VerbCall } from '../verbs/use-verbs.ts'

/** A verb that asks for one text, and what it sends. */
export interface NoteQuestion {
  title: string
  lead: string
  label: string
  hint?: string
  /** Said when nothing was written. Absent: it may stay empty. */
  missing?: string
  oneLine?: boolean
  danger?: boolean
  submit: string
  call: (text: string) => VerbCall
}

/** The question of a verb that asks for a note or a reason; null of every other. */
export function useNoteQuestion(verb: DeskVerb, unsaved: boolean): NoteQuestion | null {
  const { ask, verbs } = useDeskText()
  const about = (lead: string) => (unsaved ? `${lead} ${ask.savesFirst}` : lead)
  switch (verb) {
    case 'submit':
    case 'approve':
    case 'approveAfterwards': {
      const { title, lead, note } = ask[verb]
      const sent = verb === 'submit' ? 'submit' : 'approve'
      const call = (text: string): VerbCall => ({ as: verb, verb: sent, input: text ? { note: text } : {} })
      return { title, lead: about(lead), label: note, submit: verbs.names[verb], call }
    }
    case 'return': {
      const { title, lead, note, hint, missing } = ask.return
      const call = (text: string): VerbCall => ({ as: verb, verb, input: { note: text } })
      return { title, lead: about(lead), label: note, hint, missing, submit: verbs.names.return, call }
    }
    case 'withdraw': {
      const { title, lead, reason, hint, missing } = ask.withdraw
      const call = (text: string): VerbCall => ({ as: verb, verb, input: { reason: text } })
      return { title, lead, label: reason, hint, missing, oneLine: true, danger: true, submit: verbs.names.withdraw, call }
    }
    case 'holdReason': {
      const { title, lead, hint } = ask.holdReason
      const { reason, missing } = ask.withdraw
      const call = (text: string): VerbCall => ({ as: verb, verb: 'hold', input: { reason: text } })
      return { title, lead, label: reason, hint, missing, submit: verbs.names.holdReason, call }
    }
    default:
      return null
  }
}
