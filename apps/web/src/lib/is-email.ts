/** Whether a text looks like an address of e-mail, as far as it can be told here; the API has the last word. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text)
}
