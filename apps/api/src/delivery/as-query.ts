/** The query of an address that asks the same as these parameters. */
export function asQuery(parameters: object): string {
  return new URLSearchParams(Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)])).toString()
}
