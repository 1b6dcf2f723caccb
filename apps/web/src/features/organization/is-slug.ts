/** Whether it can stand at the end of an address: `Slug` of the contract. */
export function isSlug(text: string): boolean {
  return text.length <= 90 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
