const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** A tag without content: `tag('meta', { name: 'robots', content: 'noindex' })`. Undefined attributes are left out. */
export function tag(name: string, attributes: Record<string, string | number | undefined>): string {
  let html = `<${name}`
  for (const key in attributes) if (attributes[key] !== undefined) html += ` ${key}="${escapeHtml(String(attributes[key]))}"`
  return `${html}>`
}

/** A block of data inside a page. No text in it can end the block: "<" is written as an escape of JSON. */
export function dataBlock(type: string, data: unknown, id?: string): string {
  return jsonBlock(type, safeJson(data), id)
}

/** A block of JSON that `safeJson` has written. */
export function jsonBlock(type: string, json: string, id?: string): string {
  return `<script type="${type}"${id ? ` id="${id}"` : ''}>${json}</script>`
}

/** JSON that can stand inside a page. */
export function safeJson(data: unknown): string {
  const json = JSON.stringify(data)
  return json.includes('<') ? json.replaceAll('<', '\\u003c') : json
}
