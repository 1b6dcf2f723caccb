import { readdirSync, readFileSync } from 'node:fs'

/** Of what Linux counts in `/proc`: a hundredth of a second. */
const tick = 10_000

/** Microseconds of processor time that the process and its children have taken so far; with those of PostgreSQL's sessions the children of its server. */
export function processorTime(pids: number[], parents: number[] = []): number {
  const children = parents.length === 0 ? [] : allProcesses().filter((each) => parents.includes(each.parent))
  return [...pids.map(readProcess), ...children].reduce((sum, each) => sum + (each?.time ?? 0), 0)
}

function allProcesses() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
}

function readProcess(pid: number): { parent: number; time: number } | undefined {
  try {
    // The program's name stands in brackets and may have spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { parent: Number(fields[1]), time: (Number(fields[11]) + Number(fields[12])) * tick }
  } catch {
    return undefined
  }
}
