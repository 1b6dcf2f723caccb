import { format } from 'node:util'
import { afterAll, afterEach } from 'vitest'

const noise: string[] = []

// A test that expects such a line spies on the console and looks at it.
console.error = (...said) => noise.push(format(...said))
console.warn = (...said) => noise.push(format(...said))
const hear = (warning: Error) => noise.push(String(warning))
process.on('warning', hear)
// Files may share a process.
afterAll(() => void process.off('warning', hear))

function failOnNoise(): void {
  const said = noise.splice(0)
  if (said.length > 0) throw new Error(`The test made noise:\n${said.join('\n')}`)
}

afterEach(failOnNoise)
afterAll(failOnNoise)
