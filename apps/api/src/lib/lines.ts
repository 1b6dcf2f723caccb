import { EventEmitter, once } from 'node:events'
import type { Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'

/** Where a process says its lines, whether anybody reads them or not. */
export interface Lines {
  /** Says a line. Never waits: what there is no room for is left out, and that is said as soon as somebody reads again. */
  say(line: string): void
  /** Resolves when all is out, or when nobody has read for a second. */
  settle(): Promise<void>
}

/** In characters: so much is held back for somebody who reads later. */
const longest = 1_000_000
/** What goes out at once: a reader who is slow is seen to read. */
const batch = 16_000
const patience = 1000

/**
 * Lines on a stream. Written as it is, a pipe that nobody empties stops the whole process (a log collector that hangs, `| less`), or
 * takes all memory. `out` has to be one that does not block: pipes of `process.stdout` do not, files and terminals take what they get.
 */
export function openLines(out: Writable): Lines {
  const waiting: string[] = []
  const moves = new EventEmitter()
  let length = 0
  let leftOut = 0

  // Whoever read may go away, as `npm start | head` does: that is no reason to stop serving.
  out.on('error', () => undefined)
  const isOut = (): boolean => waiting.length === 0 && out.writableLength === 0
  const hold = (text: string): void => {
    waiting.push(text)
    length += text.length
  }
  const moved = (): void => {
    moves.emit('moved')
    if (leftOut > 0) hold(`${leftOut} lines were left out here: nobody read them.\n`)
    leftOut = 0
    if (waiting.length === 0 || out.writableLength > 0) return
    const text = firstOf(waiting)
    length -= text.length
    out.write(text, moved)
  }
  return {
    say(line) {
      const text = `${line}\n`
      if (isOut()) out.write(text, moved)
      else if (length + text.length > longest) leftOut += 1
      else hold(text)
    },
    async settle() {
      while (!isOut() && (await isSeen(moves, 'moved')));
    },
  }
}

/** Takes as many as go out at once. */
function firstOf(waiting: string[]): string {
  let text = ''
  while (waiting.length > 0 && text.length < batch) text += waiting.shift()
  return text
}

async function isSeen(events: EventEmitter, name: string): Promise<boolean> {
  const ending = new AbortController()
  const { signal } = ending
  try {
    return await Promise.race([once(events, name, { signal }).then(() => true), pause(patience, false, { signal })])
  } finally {
    ending.abort()
  }
}
