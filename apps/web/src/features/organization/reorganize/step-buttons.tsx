import type { ReactNode } from 'react'
import { useReorganizationText } from '../../../lib/i18n/desk/use-reorganization-text.ts'
import { Button } from '../../../ui/button.tsx'
import type { Wizard } from './use-wizard.ts'
import own from './wizard-view.module.css'

/** The way back, with what leads on beside it. */
export function StepButtons({ wizard: { at, back }, children }: { wizard: Wizard; children?: ReactNode }) {
  const words = useReorganizationText()
  return (
    <div className={own.buttons}>
      {at > 0 ? <Button onClick={back}>{words.back}</Button> : null}
      {children}
    </div>
  )
}
