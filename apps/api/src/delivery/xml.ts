/** XML that was written already. Every other text that stands in an element is escaped. */
export interface Xml {
  readonly xml: string
}

type Attributes = Record<string, string | number | undefined>

/** An element with what is in it. What is undefined is left out, attributes too. Names are ours: they are written as they are. */
export function element(name: string, attributes: Attributes, ...children: (Xml | string | undefined)[]): Xml {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const start = [name, ...given.map(([key, value]) => `${key}="${escapeXml(String(value))}"`)].join(' ')
  const content = children.map((child) => (typeof child === 'string' ? escapeXml(child) : (child?.xml ?? ''))).join('')
  return { xml: content === '' ? `<${start}/>` : `<${start}>${content}</${name}>` }
}

/** The whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // As they are, attributes would have spaces in the place of these, and texts line feeds.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

// Half of a pair, and what no document of XML 1.0 may hold in whatever form (its production 2).
const impossible = /\p{Surrogate}|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text made safe for content and quoted attributes of XML 1.0; characters that it cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(impossible, '').replace(/[&<>"'\t\n\r]/g, (character) => escapes[character] ?? character)
}
