import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { MediaStore } from './media-store.ts'

/**
 * Keeps files in a folder: written beside, synced, then renamed, so that a half-written file is never seen. Only this user may look:
 * pictures of drafts lie among them.
 */
export function folderMediaStore(folder: string): MediaStore {
  return {
    put: (key, bytes) => write(join(folder, key), () => Readable.from([bytes])),
    putFile: (key, path) => write(join(folder, key), () => createReadStream(path)),
    open: async (key, range) => {
      const file = await open(join(folder, key), 'r').catch(unlessMissing)
      if (!file) return undefined
      const { size } = await file.stat()
      return { stream: file.createReadStream(range), bytes: size }
    },
    remove: async (key) => {
      const path = join(folder, key)
      await rm(path, { force: true })
      await removeEmptied(dirname(path), folder)
    },
    list: (prefix = '') => listFiles(folder, prefix),
  }
}

// The stream is opened once it is read: an error of it would have no listener before.
async function write(path: string, bytes: () => Readable): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(bytes())
    await file.sync()
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  await syncFolder(dirname(path))
}

// A rename is only durable once the folder that names the file is.
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Folders that nothing is left in go too, up to that of the store. One that is filled meanwhile stays. */
async function removeEmptied(path: string, folder: string): Promise<void> {
  for (let emptied = path; emptied.startsWith(`${folder}${sep}`); emptied = dirname(emptied)) {
    const isGone = await rmdir(emptied).then(
      () => true,
      () => false,
    )
    if (!isGone) return
  }
}

/** Folder by folder, so that memory does not grow with the library. */
async function* listFiles(folder: string, prefix: string, below = ''): AsyncIterable<{ key: string; at: Date }> {
  const entries = (await readdir(join(folder, below), { withFileTypes: true }).catch(unlessMissing)) ?? []
  for (const entry of entries) {
    const key = `${below}${entry.name}`
    if (entry.isDirectory()) {
      const mayHold = `${key}/`.startsWith(prefix) || prefix.startsWith(`${key}/`)
      if (mayHold) yield* listFiles(folder, prefix, `${key}/`)
      continue
    }
    const found = entry.isFile() && key.startsWith(prefix) ? await stat(join(folder, key)).catch(unlessMissing) : undefined
    if (found) yield { key, at: found.mtime }
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
