import type { ReactNode } from 'react'
import { useUiText } from '../lib/i18n/ui/use-ui-text.ts'
import styles from './skeleton.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface SkeletonProps {
  shape?: 'line' | 'title' | 'picture'
  width?: 'short' | 'long' | 'full'
}

/** The outline of something that is being loaded; silent for those who listen. */
export function Skeleton({ shape = 'line', width = 'full' }: SkeletonProps) {
  const names = [styles.skeleton, styles[shape], width === 'full' ? '' : styles[width]]
  return <span aria-hidden="true" className={names.filter(Boolean).join(' ')} />
}

/** Groups skeletons and says once that something is loading. */
export function Loading({ children }: { children: ReactNode }) {
  const words = useUiText()
  return (
    <div role="status">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      {children}
    </div>
  )
}
