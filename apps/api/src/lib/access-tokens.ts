/** What an access token says. Times in whole seconds since 1970, by the database's clock. */
export interface AccessClaims {
  userId: string
  sessionId: string
  issuedAt: number
  expiresAt: number
}

/** Signs and reads the tokens that stand for a session on each request. */
export interface AccessTokens {
  /** Seconds from issue to expiry. */
  lifetime: number
  sign(claims: Omit<AccessClaims, 'expiresAt'>): string
  /** Undefined for anything that we did not sign for this use. Expiry is the caller's to judge, by the database's clock. */
  read(token: string): AccessClaims | undefined
}
