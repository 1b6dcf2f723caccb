import { expect, test } from 'vitest'
import { createPressure } from './pressure.ts'

test.each([
  ['a calm process', [20, 21, 40, 20], false],
  ['one that was busy for two looks', [20, 900, 900], false],
  ['one that is busy on and off', [900, 900, 20, 900, 900], false],
  ['one that cannot keep up', [20, 300, 900, 400], true],
  ['one that has recovered', [900, 900, 900, 900, 299], false],
])('%s is under pressure: %j, %s', (_name, turns, isPressed) => {
  const pressure = createPressure()
  const changes = turns.filter((turn) => pressure.look(turn))
  expect(pressure.isPressed()).toBe(isPressed)
  expect(changes.length % 2 === 1).toBe(isPressed)
})
