import { isIP, isIPv4, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The variables of the environment that Bản Tin reads. What is said of each completes the line "NAME must be …". */
export const variables = {
  PORT: variable('a whole number from 0 to 65535', (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535),
  HOST: variable('a host name or an address to listen on, without a port', (text) => /^[\w.:-]{1,253}$/.test(text)),
  PUBLIC_URL: variable('the origin readers see, such as https://tin.example.gov.vn, with no path', isOrigin),
  DATABASE_URL: variable('a connection string such as postgres://user:password@host:5432/bantin', isPostgresUrl),
  DATABASE_DIRECT_URL: variable('a connection string such as postgres://user:password@host:5432/bantin', isPostgresUrl),
  DATA_DIR: variable('the path of a folder', (text) => !text.includes('\0')),
  MEDIA_S3_URL: variable(
    'the address of a bucket such as https://key:secret@s3.example.gov.vn/bantin?region=vn-1, http only within your own network',
    isBucketUrl,
  ),
  SECRET: variable('one or more secrets of at least 32 characters, separated by commas', (text) => listOf(text).every(isLongEnough)),
  TRUSTED_PROXIES: variable('addresses or CIDR ranges separated by commas, such as 10.0.0.0/8', (text) => listOf(text).every(isRange)),
  ROLE: variable('api, worker or all', (text) => ['api', 'worker', 'all'].includes(text)),
  METRICS_TOKEN: variable('16 to 200 characters without spaces', (text) => /^\S{16,200}$/.test(text)),
  SMTP_URL: variable('the address of a mail server such as smtp://user:password@mail.example.gov.vn:587', isSmtpUrl),
  MAIL_FROM: variable('an e-mail address such as ban-tin@example.gov.vn', (text) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text)),
  OUTGOING_HOSTS: variable('hosts separated by commas, with a port or without, such as chat.example.gov.vn:8065', (text) =>
    listOf(text).every(isHost),
  ),
  DEMO: variable('on or off', (text) => ['on', 'off'].includes(text)),
  DEMO_PASSWORD: variable('8 to 128 characters long', (text) => text.length >= 8 && text.length <= 128),
  TIME_ZONE: variable('an IANA time zone such as Asia/Ho_Chi_Minh', isTimeZone),
  COUNTRY_DATABASE: variable('the path of a file such as /srv/geo/country.mmdb', (text) => !text.includes('\0')),
  HITS_KEPT_DAYS: variable('a whole number from 7 to 730', (text) => /^\d{1,3}$/.test(text) && Number(text) >= 7 && Number(text) <= 730),
  CACHE_MB: variable('a whole number from 0 to 16384', (text) => /^\d{1,5}$/.test(text) && Number(text) <= 16_384),
  CDN_PURGE: variable(
    'PURGE and the address of a cache, such as PURGE http://10.0.0.5:6081, or an address with {url} such as https://cdn.example/purge?u={url}',
    isPurge,
  ),
  RATE_LIMIT: variable('on or off', (text) => ['on', 'off'].includes(text)),
  LOG_LEVEL: variable('fatal, error, warn, info, debug, trace or silent', (text) =>
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].includes(text),
  ),
}
export type Environment = Partial<Record<keyof typeof variables, string>>

/** The parts of a comma-separated value. */
export function listOf(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

// Plain: a library that checks schemas by itself was a tenth of a start, for texts alone.
function variable(what: string, isTaken: (text: string) => boolean) {
  return { what, isTaken }
}

const isLongEnough = (secret: string): boolean => secret.length >= 32

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  return isWeb && url.pathname === '/' && !/[?#@]/.test(text)
}

function isPurge(text: string): boolean {
  const [, base] = /^PURGE (\S+)$/.exec(text) ?? []
  const url = URL.parse(base ?? text)
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  return isWeb && (base ? url.pathname === '/' && url.search === '' : text.includes('{url}'))
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
}

/** Drafts lie there, so they go out of one's own network over TLS alone. */
function isBucketUrl(text: string): boolean {
  const url = URL.parse(text)
  if (!url?.username || !url.password || url.hash !== '' || [...url.searchParams.keys()].some((key) => key !== 'region')) return false
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isOfOwnNetwork(url.hostname))
  return isSecure && /^\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.pathname)
}

/** A name without a dot, as those of docker compose, or an address that is not routed in the internet. */
function isOfOwnNetwork(hostname: string): boolean {
  const address = hostname.replace(/^\[(.+)\]$/, '$1')
  if (isIP(address) === 0) return !address.includes('.')
  return ['loopback', 'private', 'uniqueLocal', 'linkLocal'].includes(ipaddr.process(address).range())
}

function isSmtpUrl(text: string): boolean {
  return /^smtps?:\/\//.test(text) && URL.canParse(text)
}

function isHost(text: string): boolean {
  const [, name, address = '', port = '443'] = /^(?:([\w.-]{1,253})|\[(.+)\])(?::(\d{1,5}))?$/.exec(text) ?? []
  return isIPv6(text) || ((name !== undefined || isIPv6(address)) && Number(port) >= 1 && Number(port) <= 65_535)
}

/** A range of everything is refused: then any reader could claim any address. */
function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  if (isIP(address) === 0 || rest.length > 0) return false
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (isIPv4(address) ? 32 : 128))
}

/** Offsets such as +07:00 are no zones: PostgreSQL reads their sign the other way round. */
function isTimeZone(text: string): boolean {
  try {
    return /^[A-Za-z]/.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
