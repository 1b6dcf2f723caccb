import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './places.mjs'

/** A digest of files and of all files in folders, paths relative to the repository; what is made from them is left out. */
export function digestOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesIn).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/** Does `work` unless the stamp says that it was done for this digest. Work that is cut short leaves no stamp. */
export async function onceFor(digest, stampPath, work) {
  const stamp = join(root, stampPath)
  if (read(stamp) === digest) return
  rmSync(stamp, { force: true })
  await work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
}

function filesIn(path) {
  if (statSync(join(root, path)).isFile()) return [path]
  const names = readdirSync(join(root, path)).filter((name) => name !== 'node_modules' && name !== 'dist')
  return names.flatMap((name) => filesIn(join(path, name)))
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
