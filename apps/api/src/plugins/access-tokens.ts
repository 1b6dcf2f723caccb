import { createHash, randomUUID } from 'node:crypto'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import fastifyJwt, { type JWT } from '@fastify/jwt'
import { Ajv } from 'ajv'
import fastifyPlugin from 'fastify-plugin'
import { type Static, Type } from 'typebox'
import type { AccessTokens } from '../lib/access-tokens.ts'
import { deriveKey } from '../lib/keys.ts'
import { whenAsked } from '../lib/when-asked.ts'

/** `app.accessTokens`: JWTs of ten minutes (RFC 9068: `typ` at+jwt). The first secret signs, all of them verify. */
export const accessTokens = fastifyPlugin(async (app) => {
  const { publicUrl, secrets } = app.config
  const [signing, ...older] = secrets.map(signingKey)
  if (!signing) throw new Error('There is no secret to sign with.')
  const issued = { iss: publicUrl, aud: `${publicUrl}/api/v1` }
  await app.register(fastifyJwt, {
    secret: signing.key,
    sign: { algorithm: 'HS256', kid: signing.kid, header: { alg: 'HS256', typ: 'at+jwt' } },
    verify: { algorithms: ['HS256'], allowedIss: issued.iss, allowedAud: issued.aud, ignoreExpiration: true },
  })
  const keys = new Map([signing, ...older].map(({ kid, key }) => [kid, key]))
  app.decorate('accessTokens', {
    lifetime,
    sign: ({ userId: sub, sessionId: sid, issuedAt: iat }) =>
      app.jwt.sign({ ...issued, sub, sid, jti: randomUUID(), iat, exp: iat + lifetime }),
    read: (token) => read(app.jwt, keys, token),
  } satisfies AccessTokens)
})

const lifetime = 600

const Header = object({ alg: Type.Literal('HS256'), typ: Type.Literal('at+jwt'), kid: Type.String() })
const Claims = object({
  iss: Type.String(),
  aud: Type.String(),
  sub: Id,
  sid: Id,
  jti: Id,
  iat: Type.Integer({ minimum: 0 }),
  exp: Type.Integer({ minimum: 0 }),
})

const isHeader = whenAsked(() => new Ajv().compile<Static<typeof Header>>(Header))
const isClaims = whenAsked(() => new Ajv().compile<Static<typeof Claims>>(Claims))

function signingKey(secret: string) {
  const key = deriveKey(secret, 'access-token')
  return { key, kid: createHash('sha256').update(key).digest('hex').slice(0, 16) }
}

/** A key's id is looked up among ours and never used as a path or an address; any other header parameter refuses the token. */
function read(jwt: JWT, keys: Map<string, Buffer>, token: string) {
  try {
    const { header } = jwt.decode<{ header: unknown }>(token, { complete: true }) ?? {}
    const key = isHeader()(header) ? keys.get(header.kid) : undefined
    const claims: unknown = key && jwt.verify(token, { key })
    if (!isClaims()(claims) || claims.exp - claims.iat !== lifetime) return undefined
    return { userId: claims.sub, sessionId: claims.sid, issuedAt: claims.iat, expiresAt: claims.exp }
  } catch {
    return undefined
  }
}
