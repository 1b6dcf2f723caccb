import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { openLines } from './lines.ts'

test('lines go out at once, in order, while somebody reads', async () => {
  const reader = readerOf()
  const lines = openLines(reader.stream)
  reader.read()
  for (const line of ['a', 'b', 'c']) lines.say(line)
  await lines.settle()
  expect(reader.said()).toBe('a\nb\nc\n')
})

test('who reads again after a pause gets what there was room for, then how much was left out, then what came later', async () => {
  const reader = readerOf()
  const lines = openLines(reader.stream)
  const line = 'x'.repeat(999)
  for (let number = 0; number < 1500; number += 1) lines.say(line)
  reader.read()
  await lines.settle()
  lines.say('later')
  await lines.settle()
  expect(reader.said()).toBe(`${`${line}\n`.repeat(1001)}499 lines were left out here: nobody read them.\nlater\n`)
})

test('the end waits no longer for somebody who does not read', async () => {
  const lines = openLines(readerOf().stream)
  lines.say('said to nobody')
  await expect(lines.settle()).resolves.toBeUndefined()
})

test('a reader who has gone is no reason to stop', async () => {
  const stream = new Writable({ autoDestroy: false, write: (_chunk, _encoding, done) => done(new Error('EPIPE')) })
  const lines = openLines(stream)
  for (const line of ['a', 'b', 'c']) lines.say(line)
  await lines.settle()
  expect(stream.writableLength).toBe(0)
})

/** Takes nothing until it reads, like a pipe that is full. */
function readerOf() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const said: string[] = []
  const stream = new Writable({
    decodeStrings: false,
    write: (text: string, _encoding, done) => {
      promise.then(() => {
        said.push(text)
        done()
      })
    },
  })
  return { stream, read: resolve, said: () => said.join('') }
}
