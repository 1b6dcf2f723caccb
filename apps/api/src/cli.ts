import type { Command } from './cli/command.ts'
import { describeError } from './lib/describe-error.ts'

/** Only what is called is read: all of them are the whole application, and reading it takes longer than most of them. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./cli/start.ts')).start,
  migrate: async () => (await import('./cli/migrate.ts')).migrate,
  seed: async () => (await import('./cli/seed.ts')).seed,
  'user create': async () => (await import('./cli/user-create.ts')).userCreate,
  'user reset-password': async () => (await import('./cli/user-rescue.ts')).userResetPassword,
  'user reset-second-factor': async () => (await import('./cli/user-rescue.ts')).userResetSecondFactor,
  'user disable': async () => (await import('./cli/user-rescue.ts')).userDisable,
  'import text': async () => (await import('./cli/import-text.ts')).importText,
  'import organization': async () => (await import('./cli/import-organization.ts')).importOrganization,
  'analytics import': async () => (await import('./cli/analytics-import.ts')).analyticsImport,
  verify: async () => (await import('./cli/verify.ts')).verify,
  restored: async () => (await import('./cli/restored.ts')).restored,
}

const exitCode = await runCommand(process.argv.slice(2))
// What a pipe has not taken yet would be lost with the process.
for (const stream of [process.stdout, process.stderr]) await new Promise<void>((done) => void stream.write('', () => done()))
process.exit(exitCode)

/** 0 done, 1 could not be done, 2 not understood. */
async function runCommand(args: string[]): Promise<number> {
  const wantsHelp = args.length === 0 || args[0] === 'help' || args.includes('--help') || args.includes('-h')
  const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((words) => Object.hasOwn(commands, words))
  const command = name === undefined ? undefined : await commands[name]?.()
  if (wantsHelp) return await showHelp(command)
  if (!command || name === undefined)
    return complain(`There is no command "${args.slice(0, 2).join(' ')}". "bantin help" lists them all.`, 2)
  try {
    return await command.run(args.slice(name.split(' ').length), { env: process.env, say: console.log, complain: console.error })
  } catch (error) {
    if (isMisuse(error)) return complain(`${error.message}\nUsage: bantin ${command.usage}`, 2)
    return complain(describeError(error), 1)
  }
}

async function showHelp(command: Command | undefined): Promise<number> {
  const shown = command ? [command] : await Promise.all(Object.values(commands).map((load) => load()))
  console.log(shown.map(({ usage, summary }) => `bantin ${usage}\n    ${summary}`).join('\n'))
  return 0
}

function complain(line: string, code: number): number {
  console.error(line)
  return code
}

/** What parseArgs throws on unknown or incomplete options. */
function isMisuse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
