import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { whenAsked } from '../../apps/api/src/lib/when-asked.ts'
import { bareCostOfBars, costOfBareAnswer } from './bare-cost.ts'

type Row = Record<string, string | number>

/** What was measured, and whether each bar that it must reach is reached. */
export interface Report {
  name: string
  /** What stands above the table. */
  about: string
  rows: Row[]
  bars: { what: string; isReached: boolean }[]
}

/** Prints the table and writes it as JSON, with the machine that it was measured on. A bar that is not reached makes the program fail. */
export async function publishReport({ name, about, rows, bars }: Report): Promise<void> {
  console.log(`${about}\n\n${table(rows)}\n`)
  for (const { what, isReached } of bars) console.log(`${isReached ? '✓' : '✗'} ${what}`)
  const machine = await describedMachine()
  const { cores, cpu, node, bareCostMicroseconds } = machine
  console.log(
    `\n${cores} × ${cpu}, Node ${node}. A bare answer takes ${bareCostMicroseconds} µs of a processor, ${bareCostOfBars} where bars were set.`,
  )
  const folder = join(import.meta.dirname, '..', 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ name, at: new Date().toISOString(), machine, rows, bars }, null, 2)}\n`)
  if (bars.some(({ isReached }) => !isReached)) process.exitCode = 1
}

const describedMachine = whenAsked(async () => {
  const [cpu] = cpus()
  const size = { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) }
  return { node: process.version, cpu: cpu?.model ?? 'unknown', ...size, bareCostMicroseconds: await costOfBareAnswer() }
})

/** Columns as wide as they need; numbers stand to the right, with spaces between thousands. */
function table(rows: Row[]): string {
  const names = Object.keys(rows[0] ?? {})
  const lines = [names, ...rows.map((row) => names.map((name) => written(row[name])))]
  const widths = names.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const isNumber = names.map((name) => rows.every((row) => typeof row[name] === 'number'))
  const pad = (cell: string, column: number) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}

function written(value: string | number | undefined): string {
  return typeof value === 'number' ? value.toLocaleString('en').replaceAll(',', ' ') : (value ?? '')
}
