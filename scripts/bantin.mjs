// `npm run bantin -- <command>`: the command line, in the folder from which it was called.
import { runApi } from './lib/application.mjs'
import { main } from './lib/main.mjs'
import { install } from './lib/prepare.mjs'

await main(async () => {
  await install()
  const { code } = await runApi('cli.ts', process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  return code
})
