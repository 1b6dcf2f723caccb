import { parseArgs } from 'node:util'
import { StartError } from '../lib/start-error.ts'
import { lineOf } from '../publication/verify/fault.ts'
import { type Verified, verify as verifyDatabase } from '../publication/verify/verify.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

export const verify: Command = {
  usage: 'verify [--json] [--head sha256:HEX]',
  summary:
    'recomputes every hash, the publication log and what readers are given, and says what does not hold; --head asks where the log had a head that somebody kept; with --json standard output is one line of JSON for each fault',
  run: async (args, context) => {
    const { json, heads } = readOptions(args)
    // With --json, sentences leave standard output to the faults.
    const tell = json ? context.complain : context.say
    const verified = await withDatabase({ ...context, say: tell }, ({ db }) =>
      verifyDatabase(db, heads, (fault) => context.say(json ? JSON.stringify(fault) : lineOf(fault))),
    )
    for (const line of summaryOf(verified)) tell(line)
    return verified.faults === 0 ? 0 : 1
  },
}

function readOptions(args: string[]): { json: boolean; heads: string[] } {
  const { json = false, head = [] } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, head: { type: 'string', multiple: true } },
  }).values
  return { json, heads: head.map(readHead) }
}

function readHead(value: string): string {
  const [, head] = /^(?:sha256:)?([0-9a-f]{64})$/.exec(value.toLowerCase()) ?? []
  if (head === undefined) throw new StartError(`--head takes a head of the publication log: sha256: and 64 hexadecimal digits.`)
  return head
}

function summaryOf({ articles, editions, redacted, logRows, faults, witnesses }: Verified): string[] {
  const found = [...witnesses].flatMap(([head, seq]) => (seq === null ? [] : [`The log had sha256:${head} at seq ${seq} of ${logRows}.`]))
  const emptied = redacted > 0 ? ` (${redacted} emptied)` : ''
  const verdict = faults === 0 ? 'everything holds' : count(faults, 'fault')
  const counted = [count(articles, 'article'), `${count(editions, 'edition')}${emptied}`, count(logRows, 'log row')]
  return [...found, `${counted.join(', ')}: ${verdict}`]
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
