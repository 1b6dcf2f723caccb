// `pnpm bench <name>`: runs a program of bench/ on the repository's own Node; it prints a table and writes bench/results/<name>.json.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { main } from './lib/main.mjs'
import { node, root } from './lib/places.mjs'
import { buildWeb, install } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'

const ending = '.bench.ts'
// What starts the application needs the pages that it serves.
const withWeb = ['media', 'delivery', 'search', 'analytics', 'units']

await main(async () => {
  const [name, ...args] = process.argv.slice(2)
  const files = readdirSync(join(root, 'bench')).filter((file) => file.endsWith(ending))
  const file = files.find((each) => each === `${name}${ending}`)
  if (!file) {
    console.error(`Which one? ${files.map((each) => `pnpm bench ${each.slice(0, -ending.length)}`).join(', ')}`)
    return 1
  }
  await install()
  if (withWeb.includes(name)) await buildWeb()
  const { code } = await run(node, [join(root, 'bench', file), ...args], { cwd: root, terminal: true })
  return code
})
