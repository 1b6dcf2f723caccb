import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Puts a brotli and a gzip form beside every text file of the build, at their best once instead of cheaply on each request. */
export function compressFiles(): Plugin {
  let folder = ''
  return {
    name: 'compress-files',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir)
    },
    closeBundle: async () => {
      const names = await readdir(folder, { recursive: true })
      const fresh = names.filter((name) => /\.(js|css|svg)$/.test(name) && !names.includes(`${name}.br`))
      await Promise.all(fresh.map((name) => compress(join(folder, name))))
    },
  }
}

async function compress(path: string): Promise<void> {
  const plain = await readFile(path)
  await Promise.all([writeFile(`${path}.br`, await toBrotli(plain)), writeFile(`${path}.gz`, await toGzip(plain))])
}
