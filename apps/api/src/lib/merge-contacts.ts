/** Contacts with what a patch says of them: absent is as before, null is taken out. */
export function mergeContacts<C extends object>(before: C, patch: { [K in keyof C]?: C[K] | null } = {}): C {
  return Object.fromEntries(Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null && value !== undefined)) as C
}
