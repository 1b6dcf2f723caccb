/** What a block may be called. */
export const blockIdPattern = '^[A-Za-z0-9_-]{1,40}$'

const expression = new RegExp(blockIdPattern)

/** Whether a block may be called this. */
export function isBlockId(id: string): boolean {
  return expression.test(id)
}
