/** What tells one page from another in an address: its path, and where in a list it begins. Social networks add all kinds of other things. */
export function pageKey(url: string): string {
  const at = url.indexOf('?')
  if (at < 0) return url
  const from = new URLSearchParams(url.slice(at)).get('sau')
  return from === null ? url.slice(0, at) : `${url.slice(0, at)}?sau=${encodeURIComponent(from)}`
}
