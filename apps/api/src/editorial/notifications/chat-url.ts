import type { Secrets } from '../../lib/keys.ts'
import { seal, unseal } from '../../lib/seal.ts'

const purpose = (secrets: Secrets, userId: string) => ({ secrets, label: 'chat address', context: userId })

/** The address of the person's chat as it is stored: whoever has it can write there. */
export function sealChatUrl(secrets: Secrets, userId: string, url: string): Buffer {
  return seal(Buffer.from(url), purpose(secrets, userId))
}

/** The address again; undefined where there is none, or the secret that sealed it is no longer configured. */
export function openChatUrl(secrets: Secrets, userId: string, sealed: Buffer | null): URL | undefined {
  const opened = sealed && unseal(sealed, purpose(secrets, userId))
  return (opened && URL.parse(opened.toString())) ?? undefined
}
