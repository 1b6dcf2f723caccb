export interface Pressure {
  /** To be called each second with how long half of the event loop's turns took at least, in milliseconds. Says whether that changed anything. */
  look(turn: number): boolean
  isPressed(): boolean
}

/** Turns of this length make a reader wait that he notices, and it is not his request alone that they are full of. */
const longTurn = 300
/** Of looks in a row: a burst, a large answer or a start is over before, and is no reason to turn anybody away. */
const manyLooks = 3

/** Tells a process that cannot keep up from one that has a moment's work: it goes on for seconds, and is over with the first good one. */
export function createPressure(): Pressure {
  let longLooks = 0
  const isPressed = () => longLooks >= manyLooks
  return {
    look(turn) {
      const before = isPressed()
      longLooks = turn >= longTurn ? longLooks + 1 : 0
      return isPressed() !== before
    },
    isPressed,
  }
}
