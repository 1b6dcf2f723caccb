import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { element, escapeXml, xmlDocument } from './xml.ts'

/** What a parser of others finds in the element `x` that has the text as content and as attribute. */
function readBack(text: string): { content: string; attribute: string | undefined } {
  const document = XmlDocument.fromString(xmlDocument(element('x', { a: text }, text)))
  try {
    return { content: document.root.content, attribute: document.root.attr('a')?.value }
  } finally {
    document.dispose()
  }
}

describe('XML', () => {
  test('is read back as the text that was written, in content and attributes', () => {
    const possible = fc
      .string({ unit: 'binary' })
      .filter((text) => escapeXml(text).length >= text.length && !/[\p{Cc}\uFFFE\uFFFF]/u.test(text))
    fc.assert(fc.property(possible, (text) => void expect(readBack(text)).toEqual({ content: text, attribute: text })))
    for (const text of ['<b>&amp;</b>', ']]>', '"\'', ' a\tb\nc\r\nd ', '<!-- -->', '<?x?>', 'Đường 😀'])
      expect(readBack(text)).toEqual({ content: text, attribute: text })
  })

  test('has no characters that XML 1.0 cannot hold, and is a document whatever the text', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 }).map((codes) => String.fromCharCode(...codes))
    fc.assert(fc.property(units, (text) => void expect(readBack(text).content).toBe(readBack(text).attribute)))
    expect(escapeXml('a\u0000\u0001\u0008\u000B\u000C\u001F\uFFFE\uFFFF\uD800b\uDC00')).toBe('ab')
  })

  test('has elements in elements, and leaves out what is not there', () => {
    const inner = element('b', { 'xml:lang': 'vi', c: undefined }, 'x < y')
    expect(element('a', {}, inner, undefined, 'z').xml).toBe('<a><b xml:lang="vi">x &lt; y</b>z</a>')
    expect(element('a', { n: 1 }).xml).toBe('<a n="1"/>')
  })
})
