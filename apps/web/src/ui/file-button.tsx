import { useRef } from 'react'
import { Button, type ButtonProps } from './button.tsx'

interface FileButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** As the attribute of an input: types and endings. */
  accept: string
  multiple?: boolean
  onFiles: (files: File[]) => void
}

/** A button that lets somebody choose files of the device. */
export function FileButton({ accept, multiple = false, onFiles, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={({ currentTarget: field }) => {
          const files = [...(field.files ?? [])]
          // The same file may be chosen again.
          field.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
