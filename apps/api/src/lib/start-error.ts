/** Stops the start or a command. Its message is the one line that the person at the terminal reads: what is wrong and what to do. */
export class StartError extends Error {
  override name = 'StartError'
}
