/** Until when what was read is true: as long as the generation does not grow, and so many seconds at the most. */
export interface Validity {
  generation: number
  seconds: number
}
