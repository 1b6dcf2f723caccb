import bowser from 'bowser'

/**
 * Browser and system as the header `User-Agent` has them, such as `Firefox · Windows`, at most 100 characters; null where it names
 * neither. For a person to recognize a device by: whoever signs in can send what he likes.
 */
export function deviceName(userAgent: string | undefined): string | null {
  if (!userAgent) return null
  const { browser, os } = bowser.parse(userAgent.slice(0, 500))
  const parts = [browser.name, os.name].map((name) => clean(name ?? '')).filter((name) => name !== '')
  return parts.join(' · ').slice(0, 100) || null
}

function clean(name: string): string {
  return name
    .replace(/[^\p{L}\p{N} ._()/-]/gu, '')
    .slice(0, 48)
    .trim()
}
