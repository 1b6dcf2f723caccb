import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StartError } from '../lib/start-error.ts'
import type { PageFetch } from './in-process-fetch.ts'

/** What the web's build gives for an address. `html` is empty for a redirect; `failure` is for the log. */
export interface Rendered {
  status: number
  html: string
  headers?: Record<string, string>
  failure?: unknown
}

/** The web as its build left it. */
export interface WebBuild {
  /** Folder of the files that browsers load. */
  clientDir: string
  /** The page that the site's HTML is filled into. */
  template: string
  /** The editors' application: the same bytes for every address of it. */
  desk: string
  render(request: { url: string; fetch: PageFetch; template: string }): Promise<Rendered>
}

/** Reads the built web from a folder with `client` and `server` in it. Throws StartError when it is not there. */
export async function loadWebBuild(folder: string): Promise<WebBuild> {
  const clientDir = join(folder, 'client')
  try {
    const [template, desk, server] = await Promise.all([
      readFile(join(clientDir, 'index.html'), 'utf8'),
      readFile(join(clientDir, 'desk.html'), 'utf8'),
      import(pathToFileURL(join(folder, 'server/entry-server.js')).href) as Promise<Pick<WebBuild, 'render'>>,
    ])
    return { clientDir, template, desk, render: server.render }
  } catch (error) {
    if (!isMissingFile(error)) throw error
    throw new StartError('The web is not built: run "npm start", which builds it, or "npx --yes pnpm@10.34.9 build".')
  }
}

function isMissingFile(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return code === 'ENOENT' || code === 'ERR_MODULE_NOT_FOUND'
}
