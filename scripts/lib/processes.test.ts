import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from './places.mjs'

const processes = JSON.stringify(join(root, 'scripts/lib/processes.mjs'))

/** Runs a child that says its number, lets it finish in its own time after a signal, and ends with its exit code. */
const script = `
  import { passSignalsOn, run } from ${processes}
  passSignalsOn()
  const child = "process.on('SIGTERM', () => setTimeout(() => process.exit(7), 300)); console.log(process.pid); setInterval(() => {}, 1e6)"
  const { code } = await run(process.execPath, ['-e', child], { terminal: true })
  process.exit(code)
`

test('a signal reaches what runs, and its exit code becomes ours', async () => {
  const { outer, inner } = await start({})
  outer.kill('SIGTERM')
  expect(await once(outer, 'exit')).toEqual([7, null])
  expect(isAlive(inner)).toBe(false)
})

test('when the shell that npm put between is gone, what runs ends too', async () => {
  const shell = `${JSON.stringify(process.execPath)} --input-type=module -e "$SCRIPT"; true`
  const { outer, inner } = await start({ shell, env: { npm_lifecycle_event: 'start', SCRIPT: script } })
  outer.kill('SIGKILL')
  await expect.poll(() => isAlive(inner)).toBe(false)
})

async function start({ shell = '', env = {} }) {
  const [file, args] = shell ? ['/bin/sh', ['-c', shell]] : [process.execPath, ['--input-type=module', '-e', script]]
  const outer = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(outer.stdout, 'data')
  const inner = Number(said)
  onTestFinished(() => {
    outer.kill('SIGKILL')
    if (isAlive(inner)) process.kill(inner, 'SIGKILL')
  })
  return { outer, inner }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
