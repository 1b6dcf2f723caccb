import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder, isPostmasterFileLeft, processesNaming } from '../apps/api/test/app-process.ts'
import { root } from './lib/places.mjs'

test('SIGTERM to `npm start` ends everything: it waits for the app, nothing is left running and no postmaster.pid', async () => {
  const dataDir = dataFolder()
  // As in a terminal: the run's own PATH begins with node_modules/.bin, whose `node` is a script that passes no signal on.
  const PATH = process.env.PATH?.split(':')
    .filter((folder) => !folder.includes('node_modules'))
    .join(':')
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { PATH, HOME: process.env.HOME, PORT: '0', HOST: '127.0.0.1', DEMO: 'off', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(npm, 'exit')
  onTestFinished(() => {
    npm.kill('SIGTERM')
  })
  await Promise.race([readyLine(npm.stdout), exited.then(() => Promise.reject(new Error('It ended before it was ready.')))])
  npm.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
  expect(processesNaming(dataDir)).toEqual([])
  expect(isPostmasterFileLeft(dataDir)).toBe(false)
}, 240_000)

async function readyLine(stdout: Readable): Promise<void> {
  let said = ''
  for await (const text of stdout) {
    said += text
    if (said.includes('Bản Tin is ready.')) return
  }
}
