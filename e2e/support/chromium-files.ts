import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate } from '@sparticuz/chromium'

/** A Chromium with the libraries and the fonts it needs beside it, so that nothing has to be installed on the machine. */
export interface ChromiumFiles {
  executable: string
  /** What its process needs in its environment. */
  env: Record<string, string>
}

const packageFolder = fileURLToPath(new URL('../node_modules/@sparticuz/chromium', import.meta.url))

/** Unpacks the browser of the npm package once for each version, into node_modules. */
export async function chromiumFiles(): Promise<ChromiumFiles> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/bantin-chromium-${version}`, import.meta.url))
  if (!existsSync(folder)) await unpackInto(folder)
  return {
    executable: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

/** The folder appears whole or not at all, also when the run is cut short or another run unpacks at the same time. */
async function unpackInto(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`
  await mkdir(draft, { recursive: true })
  await inTemporaryFolder(draft, async () => {
    await chromium.executablePath()
    await inflate(join(packageFolder, 'bin/al2023.tar.br'))
  })
  await writeFile(join(draft, 'fonts.conf'), fontsConfig(folder))
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
}

/** The package knows no other place to unpack to than the temporary folder, where other users and versions leave theirs. */
async function inTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

function fontsConfig(folder: string): string {
  const path = (name: string) => join(folder, name).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path('fonts')}</dir><cachedir>${path('fonts-cache')}</cachedir></fontconfig>
`
}
