/** Puts a value into a statement; answers what stands for it in the text. */
export type Place = (value: unknown) => string

/** The values of a statement that is put together, after those given, and what stands in its text for each. */
export function statementValues(...values: unknown[]): { values: unknown[]; place: Place } {
  return { values, place: (value) => `$${values.push(value)}` }
}
