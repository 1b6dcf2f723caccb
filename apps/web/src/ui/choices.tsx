import type { ComponentProps, ReactNode } from 'react'
import styles from './choices.module.css'

interface ChoicesProps {
  legend: string
  /** What is wrong with what was chosen, or with choosing nothing. */
  problem?: string | undefined
  children: ReactNode
}

/** A few things to choose from, each a `Choice`. */
export function Choices({ legend, problem, children }: ChoicesProps) {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      <ChoiceProblem>{problem}</ChoiceProblem>
      {children}
    </fieldset>
  )
}

/** Stands empty in the page, so that what comes into it is read out. */
export function ChoiceProblem({ children }: { children: string | undefined }) {
  return (
    <p role="alert" className={styles.problem}>
      {children}
    </p>
  )
}

interface ChoiceProps extends ComponentProps<'input'> {
  type: 'radio' | 'checkbox'
  /** What choosing it means. */
  hint?: string
  wrong?: boolean
}

/** One of them; `children` is its name. */
export function Choice({ hint, wrong, children, ...input }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input {...input} data-invalid={wrong || undefined} />
      <span>
        {children}
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </span>
    </label>
  )
}
