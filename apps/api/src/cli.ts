import { analyticsImport } from './cli/analytics-import.ts'
import type { Command } from './cli/command.ts'
import { importText } from './cli/import-text.ts'
import { migrate } from './cli/migrate.ts'
import { restored } from './cli/restored.ts'
import { seed } from './cli/seed.ts'
import { start } from './cli/start.ts'
import { userCreate } from './cli/user-create.ts'
import { userDisable, userResetPassword, userResetSecondFactor } from './cli/user-rescue.ts'
import { verify } from './cli/verify.ts'
import { describe } from './run.ts'

const commands: Record<string, Command> = {
  start,
  migrate,
  seed,
  'user create': userCreate,
  'user reset-password': userResetPassword,
  'user reset-second-factor': userResetSecondFactor,
  'user disable': userDisable,
  'import text': importText,
  'analytics import': analyticsImport,
  verify,
  restored,
}

const exitCode = await runCommand(process.argv.slice(2))
// What a pipe has not taken yet would be lost with the process.
for (const stream of [process.stdout, process.stderr]) await new Promise<void>((done) => void stream.write('', () => done()))
process.exit(exitCode)

/** 0 done, 1 could not be done, 2 not understood. */
async function runCommand(args: string[]): Promise<number> {
  const wantsHelp = args.length === 0 || args[0] === 'help' || args.includes('--help') || args.includes('-h')
  const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((words) => Object.hasOwn(commands, words))
  const command = name === undefined ? undefined : commands[name]
  if (wantsHelp) return showHelp(command)
  if (!command || name === undefined)
    return complain(`There is no command "${args.slice(0, 2).join(' ')}". "bantin help" lists them all.`, 2)
  try {
    return await command.run(args.slice(name.split(' ').length), { env: process.env, say: console.log, complain: console.error })
  } catch (error) {
    if (isMisuse(error)) return complain(`${error.message}\nUsage: bantin ${command.usage}`, 2)
    return complain(describe(error), 1)
  }
}

function showHelp(command: Command | undefined): number {
  const shown = command ? [command] : Object.values(commands)
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
