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
  /** The first writes, all read. Each at least 32 characters. */
  secrets: [string, ...string[]]
  /** CIDR ranges whose X-Forwarded-* headers are believed. */
  trustedProxies: string[]
  role: 'api' | 'worker' | 'all'
  demo: boolean
  demoPassword: string | undefined
  timeZone: string
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}
