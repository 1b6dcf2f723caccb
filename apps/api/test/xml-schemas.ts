import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RelaxNGValidator, XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm'

const folder = fileURLToPath(new URL('schemas', import.meta.url))

/** Throws, and says where, when the XML is no document of that schema. */
export function requireValid(xml: string, schema: 'atom.rng' | 'rss.rng' | 'sitemap.xsd'): void {
  withDocument(xml, (document) => validate(document, schema))
}

/** Likewise, with each `news:news` in it by a schema of its own; answers how many there were. */
export function requireValidNews(xml: string): number {
  return withDocument(xml, (document) => {
    validate(document, 'sitemap.xsd')
    const news = document.find('//n:news', { n: 'http://www.google.com/schemas/sitemap-news/0.9' }) as XmlElement[]
    for (const one of news) validate(one, 'news.xsd')
    return news.length
  })
}

/** Calls with the parsed document, whose memory is given back after. */
export function withDocument<T>(xml: string, read: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(xml)
  try {
    return read(document)
  } finally {
    document.dispose()
  }
}

function validate(what: XmlDocument | XmlElement, name: string): void {
  withDocument(readFileSync(`${folder}/${name}`, 'utf8'), (schema) => {
    const validator = name.endsWith('.rng') ? RelaxNGValidator.fromDoc(schema) : XsdValidator.fromDoc(schema)
    try {
      validator.validate(what as XmlDocument)
    } finally {
      validator.dispose()
    }
  })
}
