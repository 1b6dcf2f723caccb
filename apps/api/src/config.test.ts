import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { ConfigError, readConfig } from './config.ts'

const ownSecret = 'kD8x1pQm4Zs7Lw2Vt9Rb3Nf6Hj5Gc0Ya'
const onServer = { DATABASE_URL: 'postgres://u:p@db:5432/bantin', SECRET: ownSecret }

test('an empty environment means the embedded database, loopback, the demo and a secret of its own', () => {
  const root = temporaryFolder()
  const config = readConfig({ PORT: ' ', SECRET: '' }, root)
  expect(config).toEqual({
    port: 3000,
    host: 'localhost',
    publicUrl: 'http://localhost:3000',
    databaseUrl: undefined,
    databaseDirectUrl: undefined,
    dataDir: join(root, 'var'),
    secrets: [readFileSync(join(root, 'var', 'secret'), 'utf8')],
    trustedProxies: [],
    role: 'all',
    mailFrom: 'ban-tin@localhost',
    outgoingHosts: [],
    demo: true,
    demoPassword: undefined,
    timeZone: 'Asia/Ho_Chi_Minh',
    countryDatabase: undefined,
    hitsKeptDays: 90,
    cacheMegabytes: 64,
    cdnPurge: undefined,
    limitsReads: true,
    logLevel: 'info',
  })
})

test('every variable is taken over', () => {
  const given = {
    ...onServer,
    PORT: '0',
    HOST: '::',
    PUBLIC_URL: 'https://Tin.example.gov.vn/',
    DATABASE_DIRECT_URL: 'postgresql://u:p@direct/bantin',
    DATA_DIR: '/srv/bantin',
    MEDIA_S3_URL: 'http://key:se%2Fcret@minio:9000/bantin?region=vn-1',
    SECRET: `${ownSecret}, ${ownSecret}2`,
    TRUSTED_PROXIES: '10.0.0.0/8, ::1,192.0.2.7',
    ROLE: 'worker',
    METRICS_TOKEN: 'metrics-token-of-ours',
    SMTP_URL: 'smtps://u:p%40@mail.example.gov.vn:465',
    MAIL_FROM: 'tin@example.gov.vn',
    OUTGOING_HOSTS: 'chat.example.gov.vn, 10.1.2.3:8065, fd00::1, [fd00::2]:8065',
    DEMO: 'on',
    DEMO_PASSWORD: 'tám ký tự',
    TIME_ZONE: 'UTC',
    COUNTRY_DATABASE: '/srv/geo/country.mmdb',
    HITS_KEPT_DAYS: '30',
    CACHE_MB: '0',
    CDN_PURGE: 'PURGE http://10.0.0.5:6081',
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'silent',
  }
  expect(readConfig(given)).toEqual({
    port: 0,
    host: '::',
    publicUrl: 'https://tin.example.gov.vn',
    databaseUrl: onServer.DATABASE_URL,
    databaseDirectUrl: given.DATABASE_DIRECT_URL,
    dataDir: '/srv/bantin',
    mediaS3Url: given.MEDIA_S3_URL,
    secrets: [ownSecret, `${ownSecret}2`],
    trustedProxies: ['10.0.0.0/8', '::1', '192.0.2.7'],
    role: 'worker',
    metricsToken: 'metrics-token-of-ours',
    smtpUrl: given.SMTP_URL,
    mailFrom: 'tin@example.gov.vn',
    outgoingHosts: ['chat.example.gov.vn', '10.1.2.3:8065', 'fd00::1', '[fd00::2]:8065'],
    demo: true,
    demoPassword: 'tám ký tự',
    timeZone: 'UTC',
    countryDatabase: given.COUNTRY_DATABASE,
    hitsKeptDays: 30,
    cacheMegabytes: 0,
    cdnPurge: given.CDN_PURGE,
    limitsReads: false,
    logLevel: 'silent',
  })
})

const wrong: [name: string, ...values: string[]][] = [
  ['CACHE_MB', '-1', '1.5', '20000', 'much'],
  ['CDN_PURGE', 'http://10.0.0.5:6081', 'PURGE 10.0.0.5', 'PURGE http://a/b', 'ftp://cdn.example/{url}'],
  ['COUNTRY_DATABASE', 'country\0.mmdb'],
  ['HITS_KEPT_DAYS', '6', '731', '30.5', 'all'],
  ['RATE_LIMIT', 'yes', '0'],
  ['PORT', '65536', '-1', '0x10', '1e3', 'abc', '80.5'],
  ['HOST', 'http://localhost', 'a b', '/run/socket'],
  ['PUBLIC_URL', 'tin.example.gov.vn', 'ftp://tin.example.gov.vn', 'https://a.vn/tin', 'https://a.vn?x=1', 'https://u:p@a.vn'],
  ['DATABASE_URL', 'mysql://u:p@db/bantin', 'localhost:5432', 'postgres://u:p@db:port/x'],
  ['DATABASE_DIRECT_URL', 'db'],
  [
    'MEDIA_S3_URL',
    'bantin',
    's3://key:secret@s3.example.gov.vn/bantin',
    'https://s3.example.gov.vn/bantin',
    'https://key@s3.example.gov.vn/bantin',
    'https://key:secret@s3.example.gov.vn',
    'https://key:secret@s3.example.gov.vn/Ban/tin',
    'https://key:secret@s3.example.gov.vn/bantin?regoin=x',
    'http://key:secret@s3.example.gov.vn/bantin',
    'http://key:secret@203.0.113.7/bantin',
  ],
  ['SECRET', 'short', `${ownSecret},short`, `${ownSecret},`],
  ['TRUSTED_PROXIES', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0/8', 'loopback', '10.0.0.0/8,,', '2001:db8::/129', '10.0.0.0/8/8'],
  ['ROLE', 'both', 'API'],
  ['METRICS_TOKEN', 'short', 'with spaces in between'],
  ['SMTP_URL', 'mail.example.gov.vn:25', 'https://mail.example.gov.vn', 'smtp://a b'],
  ['MAIL_FROM', 'ban-tin', 'Bản Tin <tin@example.gov.vn>'],
  ['OUTGOING_HOSTS', 'http://chat.example.gov.vn', 'chat.example.gov.vn,,', 'a b', 'chat:', 'chat:0', 'chat:65536', 'chat:a', '[chat]:80'],
  ['DEMO', 'true', '1'],
  ['DEMO_PASSWORD', 'seven77', 'x'.repeat(129)],
  ['TIME_ZONE', 'Hanoi', '+07:00', 'Asia/Nowhere'],
  ['LOG_LEVEL', 'verbose'],
]

test.each(wrong)('a wrong %s is refused in one line that names it and the cure, and repeats no value', (name, ...values) => {
  for (const value of values) {
    const message = refusal({ ...onServer, [name]: value })
    expect(message).toMatch(new RegExp(`^${name} must be [^\\n]+\\.$`))
    expect(message).not.toContain(`"${value}"`)
  }
})

test('without SECRET a start on a server of its own is refused, and none is made', () => {
  const root = temporaryFolder()
  expect(refusal({ DATABASE_URL: onServer.DATABASE_URL }, root)).toMatch(/^SECRET must be set when DATABASE_URL is: .*openssl rand/)
  expect(existsSync(join(root, 'var'))).toBe(false)
})

test('a sample secret is refused on a server of its own, and let through in development', () => {
  for (const SECRET of ['change-me-change-me-change-me-change-me', 'x'.repeat(40), `${ownSecret},an example that is long enough to pass`]) {
    expect(refusal({ ...onServer, SECRET })).toMatch(/^SECRET must be your own, not a sample/)
    expect(readConfig({ SECRET }, temporaryFolder()).secrets).toHaveLength(SECRET.includes(',') ? 2 : 1)
  }
})

test('a direct connection without the database itself is refused', () => {
  expect(refusal({ DATABASE_DIRECT_URL: onServer.DATABASE_URL })).toMatch(/^DATABASE_DIRECT_URL must not stand alone/)
})

test('the demo is off as soon as others can reach the server, unless it is asked for', () => {
  const demo = (env: Record<string, string>): boolean => readConfig({ SECRET: ownSecret, ...env }).demo
  expect(demo({})).toBe(true)
  expect(demo({ HOST: '127.0.0.1' })).toBe(true)
  expect(demo({ HOST: '0.0.0.0' })).toBe(false)
  expect(demo(onServer)).toBe(false)
  expect(demo({ HOST: '0.0.0.0', DEMO: 'on' })).toBe(true)
  expect(demo({ DEMO: 'off' })).toBe(false)
})

test('the made secret is long, for its owner alone, and the same at the next start', () => {
  const root = temporaryFolder()
  const [secret] = readConfig({}, root).secrets
  expect(secret.length).toBeGreaterThanOrEqual(64)
  expect(statSync(join(root, 'var', 'secret')).mode & 0o777).toBe(0o600)
  expect(readConfig({}, root).secrets).toEqual([secret])
  expect(readConfig({}, temporaryFolder()).secrets).not.toEqual([secret])
})

test('a damaged secret or an unusable data folder is one line', () => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'var'))
  writeFileSync(join(root, 'var', 'secret'), 'short')
  expect(() => readConfig({}, root)).toThrow(/^The secret in .*secret is damaged: [^\n]+$/)
  writeFileSync(join(root, 'file'), '')
  expect(() => readConfig({ DATA_DIR: 'file' }, root)).toThrow(/^The data folder .*file cannot be written \([A-Z]+\): [^\n]+$/)
})

test('the values that .env.example shows are accepted, and those that are defaults are the defaults', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
  const shown = Object.fromEntries([...example.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]))
  const config = readConfig({ ...shown, SECRET: ownSecret })
  const { port, host, publicUrl, role, demo, timeZone, logLevel } = readConfig({ SECRET: ownSecret })
  expect(config).toMatchObject({ port, host, publicUrl, role, demo, timeZone, logLevel })
})

function refusal(env: Record<string, string>, root?: string): string {
  try {
    readConfig(env, root)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return error instanceof Error ? error.message : ''
  }
  throw new Error('The environment was accepted.')
}
