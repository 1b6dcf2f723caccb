/**
 * Where a redirect may send readers, in the form that a `Location` header takes: an http(s) address without credentials, or a path of
 * ours, which an address of our own origin becomes. Undefined for everything else, above all for paths that a browser reads as
 * another host.
 */
export function readTargetUrl(url: string, publicUrl: string): string | undefined {
  // Browsers read a backslash as a slash, and drop line breaks and tabs.
  if (/[\\\p{Cc}]/u.test(url)) return undefined
  if (url.startsWith('/')) return ownPath(URL.parse(`http://localhost${url}`))
  const parsed = /^https?:\/\//i.test(url) ? URL.parse(url) : null
  if (parsed?.username !== '' || parsed.password !== '') return undefined
  return parsed.origin === publicUrl ? ownPath(parsed) : parsed.href
}

/** With dots resolved: `/.//elsewhere` leads where `//elsewhere` does. */
function ownPath(url: URL | null): string | undefined {
  return url && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : undefined
}
