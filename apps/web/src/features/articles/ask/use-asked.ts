import { useRef, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useUiText } from '../../../lib/i18n/ui/use-ui-text.ts'
import type { ArticleDesk } from '../form/use-article-desk.ts'
import type { DeskVerb } from '../verbs/available-verbs.ts'
import { hasLegacyFont, sayOutcome, sayRefusal } from '../verbs/say-outcome.ts'
import type { VerbCall } from '../verbs/use-verbs.ts'
import type { SentVerb, VerbInputs } from '../verbs/verbs.api.ts'
import type { Asked } from './ask-dialog.tsx'
import type { Asking } from './use-asking.ts'

/** A question before a verb: what its dialog shows, and how it is answered. */
export function useAsked(verb: DeskVerb, { saving, error, verbs }: ArticleDesk, { leave, end }: Pick<Asking, 'leave' | 'end'>) {
  const words = useDeskText()
  const { network } = useUiText().errors
  const answered = useRef(false)
  const [failed, setFailed] = useState(false)
  const say = (): string =>
    verbs.outcome?.kind === 'refused' ? sayOutcome(verbs.outcome, words, network) : sayRefusal(error, words.life, network)
  const asked: Asked = {
    busy: saving || verbs.pending,
    problem: failed ? say() : null,
    looksLegacy: failed && verbs.outcome?.kind === 'refused' && hasLegacyFont(verbs.outcome.error),
    onClose: leave,
    // The answer is read where it stands; the button has often left the page by then.
    givesFocusBack: () => !answered.current,
  }
  /** Ends the question, unless what was filled in is worth trying again. */
  const settle = (again: boolean): void => {
    setFailed(again)
    answered.current = !again
    if (!again) end()
  }
  const call = async (sent: VerbCall): Promise<void> => settle(await verbs.send(sent))
  const sender =
    <V extends SentVerb>(sent: V) =>
    (input: VerbInputs[V]): void =>
      void call({ as: verb, verb: sent, input } as VerbCall)
  return { asked, settle, call, sender }
}
