import type { Mark } from '../body.ts'

/** One mark of each kind; of two links the one that was named last, because links do not stand in links. */
export function distinctMarks(marks: Mark[]): Mark[] {
  // Most texts have one or none.
  return marks.length < 2 ? marks : [...new Map(marks.map((mark) => [mark.type, mark])).values()]
}
