import { linePattern } from '@bantin/shared/line-pattern'
import { cleanText } from '@bantin/shared/text'

const longest = 200
const visibleLine = new RegExp(linePattern, 'u')

/** What a file is called on the screen and when it is downloaded: one line without folders, whatever the sender wrote. */
export function fileNameFrom(given: string): string {
  const last = given.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  const line = cleanText(last)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim()
  if (/^\.*$/.test(line) || !visibleLine.test(line)) return 'tep'
  const letters = [...line]
  if (letters.length <= longest) return line
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(line)?.[0] ?? ''
  return `${letters.slice(0, longest - extension.length).join('')}${extension}`
}
