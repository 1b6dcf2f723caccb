import { readdirSync, readFileSync } from 'node:fs'

const betweenLooks = 100

/**
 * The memory of a process and those that it started, PostgreSQL's excepted: the most that it had at one moment since the last time this
 * was asked, in MB (10^6 bytes).
 */
export function watchMemory(pid: number): { most(): { all: number; main: number }; end(): void } {
  let [all, main] = [0, 0]
  const look = (): void => {
    const sizes = familyOf(pid).map(({ resident }) => resident)
    all = Math.max(
      all,
      sizes.reduce((sum, each) => sum + each, 0),
    )
    main = Math.max(main, sizes[0] ?? 0)
  }
  const timer = setInterval(look, betweenLooks)
  return {
    most: () => {
      const most = { all: Math.round(all), main: Math.round(main) }
      ;[all, main] = [0, 0]
      return most
    },
    end: () => clearInterval(timer),
  }
}

function familyOf(pid: number): { resident: number }[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readStatus)
  const own = processes.find((each) => each.pid === pid)
  return own ? [own, ...processes.filter((each) => each.parent === pid && !each.name.startsWith('postgres'))] : []
}

function readStatus(name: string): { pid: number; parent: number; name: string; resident: number }[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8')
    const field = (label: string) => new RegExp(`^${label}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? ''
    return [{ pid: Number(name), parent: Number(field('PPid')), name: field('Name'), resident: (Number(field('VmRSS')) * 1024) / 1e6 }]
  } catch {
    return []
  }
}
