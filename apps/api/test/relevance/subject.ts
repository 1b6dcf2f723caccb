/** What a province's portal writes about again and again. In the texts, `{place}`, `{year}` and `{next}` stand for what differs. */
export interface Subject {
  /** The words that readers look for. */
  name: string
  /** One says it in other words: only its sapo or text has the name. */
  titles: string[]
  sapos: string[]
  /** Of its own texts. */
  sentences: string[]
  /** What other texts say of it in passing. */
  aside: string
}
