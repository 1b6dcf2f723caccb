import { isLinkTarget } from '@bantin/shared/link-target'

/** The address that somebody means: a site's name needs no https://, a mailbox no mailto:. Null when no link may lead there. */
export function readAddress(typed: string): string | null {
  const address = typed.trim()
  if (isLinkTarget(address)) return address
  const whole = /^[^\s/@:]+@[^\s/@]+\.[^\s/@.]+$/.test(address) ? `mailto:${address}` : `https://${address}`
  return /^(mailto:|https:\/\/[^\s/?#:]+\.[^\s/?#.]{2,}([/?#:]|$))/.test(whole) && isLinkTarget(whole) ? whole : null
}
