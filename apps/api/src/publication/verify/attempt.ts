/** What can be made of something stored; undefined where it is so damaged that nothing can, which is then the finding. */
export function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
