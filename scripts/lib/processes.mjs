import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const running = new Set()
let ending

/**
 * Runs a program and resolves with its exit code and, unless it may write to the terminal itself, with all it said.
 * `group`: it starts programs of its own that must end with it, so a signal goes to all of them.
 */
export function run(file, args, { cwd, env = process.env, terminal = false, group = false } = {}) {
  const child = spawn(file, args, { cwd, env, detached: group, stdio: terminal ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.group = group
  if (ending) pass(child, ending)
  return new Promise((resolve) => {
    let output = ''
    const collect = (text) => {
      output += text
    }
    child.stdout?.setEncoding('utf8').on('data', collect)
    child.stderr?.setEncoding('utf8').on('data', collect)
    child.once('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve({ code: code ?? 128 + constants.signals[signal], output })
    })
  })
}

/** True once a signal has asked for the end: what runs is ending, and nothing more should be begun. */
export function isEnding() {
  return ending !== undefined
}

/**
 * From now on a signal goes to everything that runs. npm's shell may die of it without passing it on, so its end counts as a signal
 * too; a script that was started without npm may outlive its shell.
 */
export function passSignalsOn() {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => end(signal))
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && end('SIGTERM'), 500).unref()
}

function end(signal) {
  if (ending) return
  ending = signal
  for (const child of running) pass(child, signal)
}

function pass(child, signal) {
  try {
    if (child.group) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // It has just ended by itself.
  }
}
