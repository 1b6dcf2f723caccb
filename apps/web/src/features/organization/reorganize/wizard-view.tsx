import { useEffect, useRef } from 'react'
import { useReorganizationText } from '../../../lib/i18n/desk/use-reorganization-text.ts'
import { Button } from '../../../ui/button.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import styles from '../organization.module.css'
import { FollowsStep, NameStep, type StepProps, UnitsStep, WhatStep } from './plan-steps.tsx'
import { StepButtons } from './step-buttons.tsx'
import { AppointmentsStep, PreviewStep } from './trial-steps.tsx'
import own from './wizard-view.module.css'

/** A reorganization in steps, the last of which says all that it would do. The heading of each step takes the focus. */
export function WizardView({ saying, ...props }: StepProps & { saying: Saying }) {
  const { wizard } = props
  const { step, steps, at, next } = wizard
  const words = useReorganizationText()
  const heading = useFocusedHeading(step)
  return (
    <section className={styles.fields} aria-labelledby="reorganization-step">
      <ol className={own.steps} aria-label={words.stepsLabel}>
        {steps.map((name, place) => (
          <li key={name} aria-current={place === at ? 'step' : undefined} className={place === at ? own.current : undefined}>
            {words.steps[name]}
          </li>
        ))}
      </ol>
      <h2 id="reorganization-step" ref={heading} tabIndex={-1}>
        {words.stepTitle(at + 1, steps.length, words.steps[step])}
      </h2>
      <div className={`${styles.fields} ${styles.narrow}`}>
        {step === 'what' ? <WhatStep {...props} /> : null}
        {step === 'units' ? <UnitsStep {...props} /> : null}
        {step === 'follows' ? <FollowsStep {...props} /> : null}
        {step === 'name' ? <NameStep {...props} /> : null}
        {step === 'appointments' ? <AppointmentsStep wizard={wizard} /> : null}
        {step === 'preview' ? <PreviewStep wizard={wizard} saying={saying} /> : null}
      </div>
      {step === 'preview' ? null : (
        <StepButtons wizard={wizard}>
          <Button variant="primary" onClick={next}>
            {words.next}
          </Button>
        </StepButtons>
      )}
    </section>
  )
}

function useFocusedHeading(step: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  return heading
}
