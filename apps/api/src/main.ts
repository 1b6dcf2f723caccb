import { runApp } from './run.ts'

process.exit(await runApp(process.env))
