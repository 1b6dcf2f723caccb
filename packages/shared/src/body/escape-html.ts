const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const special = /[&<>"']/

/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(value: string): string {
  // Most texts have nothing to escape: looking first is several times as fast.
  return special.test(value) ? value.replace(/[&<>"']/g, (character) => entities[character] as string) : value
}
