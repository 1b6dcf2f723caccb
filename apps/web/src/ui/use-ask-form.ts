import { useEffect, useRef, useState } from 'react'

/** The fields of a question by name, as they are filled in: texts trimmed, choices by their value. */
export type Filled = (name: string) => string

/** What is wrong with which field. */
export type FieldProblems = Partial<Record<string, string>>

/**
 * A form that is read when its button is pressed: `read` answers what to send, or what is wrong with which field. Then nothing is sent
 * and the first such field has the focus, each time anew. `refuse` does the same with what the API finds wrong. `typed` gives a text
 * as it is, for passwords.
 */
export function useAskForm<Input>(
  read: (filled: Filled, typed: Filled) => { send: Input } | { wrong: FieldProblems },
  onSend: (input: Input) => void,
) {
  const formRef = useRef<HTMLFormElement>(null)
  const [problems, setProblems] = useState<FieldProblems>({})
  useEffect(() => {
    if (Object.keys(problems).length > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus()
  }, [problems])
  const submit = (): void => {
    if (!formRef.current) return
    const data = new FormData(formRef.current)
    const typed: Filled = (name) => String(data.get(name) ?? '')
    const outcome = read((name) => typed(name).replaceAll('\r\n', '\n').trim(), typed)
    setProblems('wrong' in outcome ? outcome.wrong : {})
    if ('send' in outcome) onSend(outcome.send)
  }
  return { formRef, problems, submit, refuse: setProblems }
}
