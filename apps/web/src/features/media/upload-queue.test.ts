import { expect, test, vi } from 'vitest'
import { pictureOf } from './test-media.ts'
import { createUploadQueue, type SendFile, uploadAll } from './upload-queue.ts'

const fileOf = (name: string) => new File(['x'], name)
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A sender whose answers the test gives, by the file's name. */
function createSender() {
  const sent: string[] = []
  const answers = new Map<string, (outcome: 'taken' | Error) => void>()
  const signals = new Map<string, AbortSignal>()
  const send: SendFile = ({ name }, signal) =>
    new Promise((resolve, reject) => {
      sent.push(name)
      signals.set(name, signal)
      signal.addEventListener('abort', () => reject(signal.reason))
      answers.set(name, (outcome) => (outcome === 'taken' ? resolve(pictureOf({ originalName: name })) : reject(outcome)))
    })
  const answer = async (name: string, outcome: 'taken' | Error = 'taken') => {
    answers.get(name)?.(outcome)
    await settled()
  }
  return { send, sent, answer, signals }
}

const statesOf = (queue: ReturnType<typeof createUploadQueue>) => queue.get().map(({ file, state }) => `${file.name} ${state}`)

test('two files are on their way at a time, and one that was refused holds up no other', async () => {
  const { send, sent, answer } = createSender()
  const queue = createUploadQueue(send)
  queue.add(['a', 'b', 'c', 'd'].map(fileOf))
  expect(sent).toEqual(['a', 'b'])
  await answer('b', new Error('refused'))
  expect(sent).toEqual(['a', 'b', 'c'])
  await answer('a')
  await answer('c')
  await answer('d')
  expect(statesOf(queue)).toEqual(['a done', 'b refused', 'c done', 'd done'])
  queue.retry(queue.get()[1]?.id ?? '')
  await answer('b')
  expect(statesOf(queue)).toEqual(['a done', 'b done', 'c done', 'd done'])
})

test('what is stopped is cut off and leaves the list, and the next one goes', async () => {
  const { send, sent, signals } = createSender()
  const queue = createUploadQueue(send)
  queue.add(['a', 'b', 'c'].map(fileOf))
  queue.drop(queue.get()[0]?.id ?? '')
  await settled()
  expect(signals.get('a')?.aborted).toBe(true)
  expect(sent).toEqual(['a', 'b', 'c'])
  expect(statesOf(queue)).toEqual(['b sending', 'c sending'])
})

test('all of several are waited for, in their order, whatever comes first and whatever was refused', async () => {
  const { send, answer } = createSender()
  const told = vi.fn()
  const all = uploadAll(send, ['a', 'b', 'c'].map(fileOf), told)
  await answer('b')
  await answer('c', new Error('refused'))
  await answer('a')
  expect((await all).map(({ item, state }) => item?.originalName ?? state)).toEqual(['a', 'b', 'refused'])
  expect(told).toHaveBeenCalled()
  expect(await uploadAll(send, [], told)).toEqual([])
})
