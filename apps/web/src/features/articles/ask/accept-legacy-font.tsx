import type { PublishInput } from '@bantin/shared/article-verbs'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Choice } from '../../../ui/choices.tsx'
import type { Filled } from '../../../ui/use-ask-form.ts'
import type { Asked } from './ask-dialog.tsx'

/** Of a text that was refused because it looks like one of an old font: that somebody has looked at it, and it is right. */
export function AcceptLegacyFont({ asked }: { asked: Asked }) {
  const words = useDeskText().ask.publish
  if (!asked.looksLegacy) return null
  return (
    <Choice type="checkbox" name="acceptLegacyFont" value="yes" hint={words.acceptLegacyFontHint}>
      {words.acceptLegacyFont}
    </Choice>
  )
}

export function readAcceptance(filled: Filled): Pick<PublishInput, 'acceptLegacyFont'> {
  return filled('acceptLegacyFont') ? { acceptLegacyFont: true } : {}
}
