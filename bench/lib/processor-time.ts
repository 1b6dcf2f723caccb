import { readdirSync, readFileSync } from 'node:fs'

/** Of what Linux counts in `/proc`: a hundredth of a second. */
const tick = 10_000

/**
 * Microseconds of processor time that the processes have taken so far, and all children of the parents: of PostgreSQL's server its sessions,
 * those that have ended among them, else a session that ends would give time back.
 */
export function processorTime(pids: number[], parents: number[] = []): number {
  const children = parents.length === 0 ? [] : allProcesses().filter((each) => parents.includes(each.parent))
  const ended = parents.reduce((sum, parent) => sum + (readProcess(parent)?.ofEnded ?? 0), 0)
  return [...pids.map(readProcess), ...children].reduce((sum, each) => sum + (each?.time ?? 0), ended)
}

function allProcesses() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
}

function readProcess(pid: number): { parent: number; time: number; ofEnded: number } | undefined {
  try {
    // The program's name stands in brackets and may have spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const time = (field: number) => (Number(fields[field]) + Number(fields[field + 1])) * tick
    return { parent: Number(fields[1]), time: time(11), ofEnded: time(13) }
  } catch {
    return undefined
  }
}
