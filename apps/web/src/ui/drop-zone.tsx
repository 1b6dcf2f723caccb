import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import styles from './drop-zone.module.css'

interface DropZoneProps {
  /** What is said while files are held over it. */
  label: string
  /** Absent: nothing may be dropped here. */
  onFiles?: ((files: File[]) => void) | undefined
  className?: string | undefined
  children: ReactNode
}

/** A part of the page on which files may be dropped; there is a button for the same. */
export function DropZone({ label, onFiles, className = '', children }: DropZoneProps) {
  const [over, setOver] = useState(false)
  // Entering a child is told before leaving its parent.
  const depth = useRef(0)
  const hold = (by: number) => (event: DragEvent) => {
    if (!onFiles || !event.dataTransfer.types.includes('Files')) return
    depth.current += by
    setOver(depth.current > 0)
  }
  const drop = (event: DragEvent): void => {
    if (!onFiles || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current = 0
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is for the mouse; a button beside does the same
    <div
      className={`${styles.zone} ${className}`}
      onDragEnter={hold(1)}
      onDragLeave={hold(-1)}
      onDragOver={(event) => {
        if (onFiles) event.preventDefault()
      }}
      onDrop={drop}
    >
      {children}
      {over ? <p className={styles.over}>{label}</p> : null}
    </div>
  )
}
