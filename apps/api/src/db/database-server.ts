import type { EmbeddedDatabase, EmbeddedOptions } from './embedded.ts'

export interface DatabaseServer {
  url: string
  /** For what a transaction pooler cannot carry: migrations, locks, LISTEN. */
  directUrl: string
  stop(): Promise<void>
}

interface Settings {
  databaseUrl: string | undefined
  databaseDirectUrl: string | undefined
  dataDir: string
}

type Embedded = (options: EmbeddedOptions) => Promise<EmbeddedDatabase>

/** The server that the configuration names, or the embedded one, brought up by `embedded`: startEmbedded or joinEmbedded. */
export async function databaseServer(
  config: Settings,
  embedded: Embedded,
  options: Omit<EmbeddedOptions, 'dataDir'>,
): Promise<DatabaseServer> {
  if (config.databaseUrl === undefined) {
    const { url, stop } = await embedded({ dataDir: config.dataDir, ...options })
    return { url, directUrl: url, stop }
  }
  return { url: config.databaseUrl, directUrl: config.databaseDirectUrl ?? config.databaseUrl, stop: async () => undefined }
}
