import type { DeliveryDb } from '../../db/client.ts'
import { element, xmlDocument } from '../xml.ts'
import { findSiteNames } from './open-search.queries.ts'

export const openSearchType = 'application/opensearchdescription+xml'

/** Bounds of the format. */
const [longestShortName, longestName] = [16, 48]

/** How the portal is searched, for browsers that offer it beside their own searches (OpenSearch 1.1, https://github.com/dewitt/opensearch). */
export async function openSearch(db: DeliveryDb, baseUrl: string): Promise<string> {
  const { name, shortName } = await findSiteNames(db)
  const page = { type: 'text/html', method: 'get', template: `${baseUrl}/tim-kiem?q={searchTerms}` }
  const description = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    element('ShortName', {}, cut(shortName ?? name, longestShortName)),
    element('LongName', {}, cut(name, longestName)),
    element('Description', {}, name),
    element('Url', page),
    element('Language', {}, 'vi'),
    element('InputEncoding', {}, 'UTF-8'),
  )
  return xmlDocument(description)
}

/** As many letters as the format takes, whole words where there is one. */
function cut(text: string, most: number): string {
  const letters = Array.from(text)
  if (letters.length <= most) return text
  const start = letters.slice(0, most + 1).join('')
  return start.includes(' ') ? start.slice(0, start.lastIndexOf(' ')) : letters.slice(0, most).join('')
}
