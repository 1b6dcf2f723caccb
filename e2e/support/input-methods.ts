import type { Page } from 'playwright-core'

/** An input method that composes a word in the browser itself, through its own interface. */
export interface InputMethod {
  /** What the word looks like now, in place of what it looked like before. */
  show(text: string): Promise<void>
  /** The word is done. */
  commit(text: string): Promise<void>
}

export async function inputMethod(page: Page): Promise<InputMethod> {
  const devTools = await page.context().newCDPSession(page)
  return {
    show: async (text) => {
      await devTools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    },
    commit: async (text) => {
      await devTools.send('Input.insertText', { text })
    },
  }
}

/** A word in all its states, the last one kept. */
export async function compose(page: Page, states: readonly string[]): Promise<void> {
  const { show, commit } = await inputMethod(page)
  for (const text of states) await show(text)
  await commit(states.at(-1) ?? '')
}

/** So many letters taken back, and what is sent in their place. */
export type Resent = readonly [erase: number, letters: string]

/** Letters of a keyboard as engines like Unikey and EVKey send them: each change of a word takes letters back and sends them again. */
export async function resend(page: Page, steps: readonly Resent[]): Promise<void> {
  for (const [erase, letters] of steps) {
    for (let count = 0; count < erase; count++) await page.keyboard.press('Backspace')
    await page.keyboard.insertText(letters)
  }
}

export const composed = {
  Người: ['N', 'Ng', 'Ngu', 'Ngư', 'Ngươ', 'Ngươi', 'Người'],
  được: ['d', 'đ', 'đu', 'đư', 'đươ', 'đươc', 'được'],
  khen: ['k', 'kh', 'khe', 'khen'],
} as const

export const resent = {
  /** Telex, key by key: `dd u o w c j`. */
  được: [
    [0, 'd'],
    [1, 'đ'],
    [0, 'u'],
    [0, 'o'],
    [2, 'ươ'],
    [0, 'c'],
    [2, 'ợc'],
  ],
  /** VNI with the marks behind the word, `Toan2`: all of it is taken back. */
  Toàn: [
    [0, 'T'],
    [0, 'o'],
    [0, 'a'],
    [0, 'n'],
    [4, 'Toàn'],
  ],
  /** A word of which nothing is left for a moment. */
  ấm: [
    [0, 'a'],
    [1, 'â'],
    [1, 'ấ'],
    [0, 'm'],
  ],
} as const satisfies Record<string, readonly Resent[]>
