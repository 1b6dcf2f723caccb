import { runApp } from './run.ts'

process.exit(await runApp({ env: process.env, say: console.log, complain: console.error }))
