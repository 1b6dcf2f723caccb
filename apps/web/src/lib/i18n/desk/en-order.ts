import type { OrderWords } from './vi-order.ts'

export const order: OrderWords = {
  up: (name) => `Move up: ${name}`,
  down: (name) => `Move down: ${name}`,
  remove: (name) => `Remove: ${name}`,
  moved: (name, place, count) => `${name}: place ${place} of ${count}`,
  removed: (name) => `Removed: ${name}`,
  keys: 'Change the order with the arrow buttons, or hold Alt and press the up and down keys.',
  save: 'Save changes',
  saving: 'Saving…',
  undo: 'Discard changes',
}
