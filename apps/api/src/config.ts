import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOrMakeSecret } from './adapters/secret-file.ts'
import { type Environment, listOf, variables } from './config-schema.ts'
import { StartError } from './lib/start-error.ts'

/** Everything the environment decides, read once at the start and passed down. */
export interface Config {
  port: number
  host: string
  /** Origin under which readers reach the site, without a trailing slash. */
  publicUrl: string
  /** Undefined: the embedded PostgreSQL serves. */
  databaseUrl: string | undefined
  /** For LISTEN, locks and migrations, which a transaction pooler cannot carry. */
  databaseDirectUrl: string | undefined
  dataDir: string
  /** Undefined: files of the media library are kept in the folder `media` of `dataDir`. */
  mediaS3Url: string | undefined
  /** The first writes, all read. Each at least 32 characters. */
  secrets: [string, ...string[]]
  /** CIDR ranges whose X-Forwarded-* headers are believed. */
  trustedProxies: string[]
  role: 'api' | 'worker' | 'all'
  /** What `/metrics` asks for; undefined: there is no such address. */
  metricsToken: string | undefined
  /** Undefined: mails are put into a folder. */
  smtpUrl: string | undefined
  /** Whom mails are from. */
  mailFrom: string
  /** Hosts of one's own network that outgoing calls may reach. */
  outgoingHosts: string[]
  demo: boolean
  demoPassword: string | undefined
  timeZone: string
  /** The file that says in which country an address is; undefined: countries are not known. */
  countryDatabase: string | undefined
  /** For how many days each page view is kept; figures stay. */
  hitsKeptDays: number
  /** For answers that are kept in memory; 0 for none. */
  cacheMegabytes: number
  /** How a cache in front of the site is told to forget an address; undefined: there is none. */
  cdnPurge: string | undefined
  /** Whether reads that reach the database are counted by address. */
  limitsReads: boolean
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/** A wrong environment. Its message is one line that names the variable and the cure. */
export class ConfigError extends StartError {
  override name = 'ConfigError'
}

/**
 * Decides everything that the environment decides; an empty variable counts as unset. Without SECRET one is read from, or made in,
 * the data folder. Relative paths start at `root`, the repository. Throws ConfigError, or StartError when the folder cannot be used.
 */
export function readConfig(env: Record<string, string | undefined>, root = repository): Config {
  const given = readEnvironment(env)
  const port = Number(given.PORT ?? 3000)
  const host = given.HOST ?? 'localhost'
  const publicUrl = new URL(given.PUBLIC_URL ?? `http://localhost:${port}`)
  const dataDir = resolve(root, given.DATA_DIR ?? 'var')
  return {
    port,
    host,
    publicUrl: publicUrl.origin,
    databaseUrl: given.DATABASE_URL,
    databaseDirectUrl: given.DATABASE_DIRECT_URL ?? given.DATABASE_URL,
    dataDir,
    mediaS3Url: given.MEDIA_S3_URL,
    secrets: readSecrets(given, dataDir),
    trustedProxies: given.TRUSTED_PROXIES === undefined ? [] : listOf(given.TRUSTED_PROXIES),
    role: (given.ROLE ?? 'all') as Config['role'],
    metricsToken: given.METRICS_TOKEN,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? `ban-tin@${publicUrl.hostname}`,
    outgoingHosts: given.OUTGOING_HOSTS === undefined ? [] : listOf(given.OUTGOING_HOSTS),
    demo: given.DEMO === undefined ? given.DATABASE_URL === undefined && isLoopback(host) : given.DEMO === 'on',
    demoPassword: given.DEMO_PASSWORD,
    timeZone: given.TIME_ZONE ?? 'Asia/Ho_Chi_Minh',
    countryDatabase: given.COUNTRY_DATABASE === undefined ? undefined : resolve(root, given.COUNTRY_DATABASE),
    hitsKeptDays: Number(given.HITS_KEPT_DAYS ?? 90),
    cacheMegabytes: Number(given.CACHE_MB ?? 64),
    cdnPurge: given.CDN_PURGE,
    limitsReads: given.RATE_LIMIT !== 'off',
    logLevel: (given.LOG_LEVEL ?? 'info') as Config['logLevel'],
  }
}

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** Values are not repeated: several are secrets. */
function readEnvironment(env: Record<string, string | undefined>): Environment {
  const given: Environment = {}
  for (const [name, { what, isTaken }] of Object.entries(variables)) {
    const text = env[name]?.trim()
    if (!text) continue
    if (!isTaken(text)) throw new ConfigError(`${name} must be ${what}.`)
    given[name as keyof Environment] = text
  }
  if (given.DATABASE_DIRECT_URL !== undefined && given.DATABASE_URL === undefined) {
    throw new ConfigError('DATABASE_DIRECT_URL must not stand alone: set DATABASE_URL too, or neither for the embedded database.')
  }
  return given
}

function readSecrets(given: Environment, dataDir: string): [string, ...string[]] {
  if (given.SECRET === undefined) {
    if (given.DATABASE_URL === undefined) return [readOrMakeSecret(dataDir)]
    throw new ConfigError('SECRET must be set when DATABASE_URL is: make one with "openssl rand -base64 48" and keep it safe.')
  }
  const [first = '', ...others] = listOf(given.SECRET)
  if (given.DATABASE_URL !== undefined && [first, ...others].some(isSample)) {
    throw new ConfigError('SECRET must be your own, not a sample: make one with "openssl rand -base64 48" and keep it safe.')
  }
  return [first, ...others]
}

/** What people paste from examples, or type to get past the length. */
function isSample(secret: string): boolean {
  return /change.?me|example|sample|secret|password/i.test(secret) || new Set(secret).size < 12
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
