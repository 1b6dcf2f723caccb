import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { readPassword } from './read-password.ts'

const said: string[] = []
const say = (line: string) => said.push(line)

test.each(['cà phê sữa đá', 'cà phê sữa đá\n', 'cà phê sữa đá\r\n'])(
  'a piped password is taken without its line end: %j',
  async (piped) => {
    expect(await readPassword(say, new PassThrough().end(piped))).toBe('cà phê sữa đá')
  },
)

test('spaces of a piped password are its own', async () => {
  expect(await readPassword(say, new PassThrough().end(' hai đầu \n'))).toBe(' hai đầu ')
})

test('a typed password ends with Enter, and is asked for', async () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true })
  const typed = readPassword(say, terminal)
  terminal.write('cà phê sữa đá\n')
  expect(await typed).toBe('cà phê sữa đá')
  expect(said).toEqual(['Type the password and press Enter; it is not shown.'])
})
