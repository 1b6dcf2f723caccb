import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '../../apps/api/test/temporary-folder.ts'

/** One of the examples, which takes a portal into a folder. */
export interface Mirror {
  name: string
  folder: string
  /** Starts it, and kills it as power loss would once it has touched so many names; answers how it ended: 0 when it came to the end. */
  run(baseUrl: string, killedAfter?: number): { ended: Promise<number | null>; said: () => string }
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Both examples as they stand, with the client as it is built. */
export function prepareMirrors(): Mirror[] {
  const program = join(temporaryFolder(), 'portal-node')
  const client = join(program, 'node_modules/@bantin/client')
  cpSync(join(root, 'examples/portal-node'), program, { recursive: true, filter: (path) => !path.endsWith('node_modules') })
  mkdirSync(client, { recursive: true })
  cpSync(join(root, 'packages/client/package.json'), join(client, 'package.json'))
  execFileSync(process.execPath, [join(root, 'packages/client/scripts/build.mjs'), join(client, 'dist')])
  const php = [fileURLToPath(new URL('run-php.mjs', import.meta.url)), join(root, 'examples/portal-php/pull.php')]
  return [
    mirror('node', (baseUrl, folder) => [join(program, 'mirror.js'), baseUrl, folder]),
    mirror('php', (baseUrl, folder) => [...php, folder, baseUrl]),
  ]
}

function mirror(name: string, argumentsFor: (baseUrl: string, folder: string) => string[]): Mirror {
  const folder = temporaryFolder()
  const articles = join(folder, 'articles')
  mkdirSync(articles)
  return {
    name,
    folder,
    run(baseUrl, killedAfter = Number.POSITIVE_INFINITY) {
      const child = spawn(process.execPath, argumentsFor(baseUrl, folder), { stdio: ['ignore', 'pipe', 'pipe'] })
      let touched = 0
      const touch = () => {
        touched += 1
        if (touched === killedAfter) child.kill('SIGKILL')
      }
      const watchers = [folder, articles].map((watched) => watch(watched, touch))
      let said = ''
      const say = (text: string) => {
        said += text
      }
      for (const stream of [child.stdout, child.stderr]) stream.on('data', say)
      const ended = once(child, 'exit').then(([code]) => {
        for (const watcher of watchers) watcher.close()
        return code as number | null
      })
      return { ended, said: () => said }
    },
  }
}

/** What a mirror shows: the text of each of its files. */
export function shownBy({ folder }: Mirror): Record<string, string> {
  const names = ['index.html', ...readdirSync(join(folder, 'articles')).map((name) => `articles/${name}`)].filter((name) =>
    name.endsWith('.html'),
  )
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
