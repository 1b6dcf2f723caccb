/** Caches in front of the site, which keep what it has answered. */
export interface Caches {
  /** Tells them to forget the answer at one public address. Throws when they have not said that they did. */
  purge: (address: string) => Promise<void>
  publicUrl: string
}

const atOnce = 4

/** Tells them of all these paths. Throws what the cache answered: those after it were not told then. */
export async function tellCaches({ purge, publicUrl }: Caches, paths: string[]): Promise<void> {
  for (let at = 0; at < paths.length; at += atOnce) {
    await Promise.all(paths.slice(at, at + atOnce).map((path) => purge(publicUrl + path)))
  }
}

/**
 * After how many seconds caches are told once more of what they have been told so often; undefined: no more. An answer that was on its way
 * to them when they were told is kept by them afterwards, and is an old one then. Being made takes it nine seconds at the most
 * (`plugins/deadlines.ts`), being sent as long as something of it arrives every thirty (`connectionTimeout`): the first time is for nearly all,
 * the second for the slowest.
 */
export function secondsUntilAgain(told: number): number | undefined {
  return [10, 40][told]
}
