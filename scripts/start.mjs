// `npm start`: everything a fresh clone needs, then the application.
import { runApi } from './lib/application.mjs'
import { main } from './lib/main.mjs'
import { root } from './lib/places.mjs'
import { buildWeb, install } from './lib/prepare.mjs'

await main(async () => {
  await install()
  await buildWeb()
  const { code } = await runApi('main.ts', [], root)
  return code
})
