/** The answer of every list; `next` goes into the `cursor` of the following request. */
export interface PageOf<T> {
  data: T[]
  page: { next: string | null }
}
