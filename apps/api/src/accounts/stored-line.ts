import { cleanText } from '@bantin/shared/text'

/** A name or an e-mail as it is stored, of a body, which the door has cleaned, or of a command line, which it has not. */
export function storedLine(typed: string): string {
  return cleanText(typed).trim()
}
