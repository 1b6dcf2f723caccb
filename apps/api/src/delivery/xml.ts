/** XML that was written already. Every other text that stands in an element is escaped. */
export interface Xml {
  readonly xml: string
}

type Attributes = Record<string, string | number | undefined>

/** An element with what is in it. What is undefined is left out, attributes too. Names are ours: they are written as they are. */
export function element(name: string, attributes: Attributes, ...children: (Xml | string | undefined)[]): Xml {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const start = [name, ...given.map(([key, value]) => `${key}="${escapeAttribute(String(value))}"`)].join(' ')
  const content = children.map((child) => (typeof child === 'string' ? escapeXml(child) : (child?.xml ?? ''))).join('')
  return { xml: content === '' ? `<${start}/>` : `<${start}>${content}</${name}>` }
}

/** The whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}

// Those that XML names: many programs that read feeds know no numbers.
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' }

// Half of a pair, and what no document of XML 1.0 may hold in whatever form (its production 2).
const impossible = /\p{Surrogate}|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text made safe for content of XML 1.0; characters that it cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(impossible, '').replace(/[&<>"'\r]/g, (character) => escapes[character] ?? character)
}

/** Likewise for quoted attributes: as they are, tabs and line feeds would be read as spaces. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`)
}
