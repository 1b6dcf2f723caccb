import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const web = fileURLToPath(new URL('../../apps/web/', import.meta.url))
const program = fileURLToPath(new URL('../programs/bare-page.mjs', import.meta.url))

/** The page that everything of the site is filled into. */
export const template = join(web, 'dist/client/index.html')

/** Builds `programs/bare-page.mjs` as the site's server build is made; answers the module's address. */
export async function buildBarePage(folder: string): Promise<string> {
  const outDir = join(folder, 'bare-page')
  await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'error', build: { ssr: program, outDir, emptyOutDir: true } })
  return pathToFileURL(join(outDir, 'bare-page.js')).href
}
