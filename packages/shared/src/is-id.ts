/** What an id looks like. */
export const idPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'

const idForm = new RegExp(idPattern)

/** Whether a text is an id rather than a slug. */
export function isId(value: string): boolean {
  return idForm.test(value)
}
