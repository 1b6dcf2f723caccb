import type { ComponentProps, RefObject } from 'react'

interface AskFormProps extends Pick<ComponentProps<'form'>, 'id' | 'className' | 'onInput' | 'children'> {
  /** Of `useAskForm`. */
  form: { formRef: RefObject<HTMLFormElement | null>; submit: () => void }
  busy: boolean
}

/** The frame of a form that is read when its button or Enter is pressed, though not while what it sent is under way. */
export function AskForm({ form, busy, ...rest }: AskFormProps) {
  return (
    <form
      {...rest}
      ref={form.formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) form.submit()
      }}
    />
  )
}
