/**
 * Makes something of an answer once, for as long as the answer is there: on the server many pages are made of the same ones, and know by this
 * that what they show is the same too. What is made may be changed by nobody.
 */
export function onceOf<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const known = new WeakMap<Given, Made>()
  return (given) => {
    let made = known.get(given)
    if (made === undefined) {
      made = make(given)
      known.set(given, made)
    }
    return made
  }
}
