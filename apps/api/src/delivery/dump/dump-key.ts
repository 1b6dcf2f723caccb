/** Where a dump lies in the media store. The sweeper leaves it: it does not begin with an id. */
export function dumpKey(id: string): string {
  return `${dumpFolder}${id}`
}

export const dumpFolder = 'dumps/'
