import type { Locator, Page } from 'playwright-core'

/** The field in which an article's text is written. */
export function bodyField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Nội dung bài' })
}

/** The blocks of the text under edit. */
export function blocks(page: Page): Locator {
  return bodyField(page).locator('> [data-block]')
}

/** What stands in the blocks now, without what the desk shows beside; the blank line below a last block of another kind is left out. */
export async function blockTexts(page: Page): Promise<string[]> {
  await bodyField(page).waitFor()
  return blocks(page).evaluateAll((all) =>
    all
      .filter((block, index) => index === 0 || index < all.length - 1 || block.textContent !== '' || all[index - 1]?.tagName === 'P')
      .map((block) => {
        const copy = block.cloneNode(true) as Element
        for (const beside of copy.querySelectorAll('[contenteditable="false"]:not([data-appointment])')) beside.remove()
        return copy.textContent ?? ''
      }),
  )
}

/** Puts the caret into a block, at its end or behind so many letters. */
export async function caretIn(page: Page, index: number, at: number | 'end' = 'end'): Promise<void> {
  const wasElsewhere = await blocks(page)
    .nth(index)
    .evaluate((block, place) => {
      const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      let last: Node = block
      while (text.nextNode()) last = text.currentNode
      const field = block.closest<HTMLElement>('[contenteditable="true"]')
      const isNew = field !== document.activeElement
      field?.focus()
      const end = last.nodeType === Node.TEXT_NODE ? (last.textContent?.length ?? 0) : 0
      document.getSelection()?.collapse(last, place === 'end' ? end : place)
      return isNew
    }, at)
  await settled(page)
  if (wasElsewhere) await page.waitForTimeout(whim)
}

/**
 * So long after a focus without a click, in milliseconds, the editor takes a caret at the very start for a whim of the browser, and puts
 * it back. Nobody presses Home so soon; a test does.
 */
const whim = 250

/** Writes something else into a block, as somebody does who selects all of it and types. */
export async function fillBlock(page: Page, index: number, text: string): Promise<void> {
  await blocks(page)
    .nth(index)
    .evaluate((block) => {
      block.closest<HTMLElement>('[contenteditable="true"]')?.focus()
      document.getSelection()?.selectAllChildren(block)
    })
  await settled(page)
  await page.keyboard.insertText(text)
}

/** The block with the caret, and how many letters stand before it there. */
export function caret(page: Page): Promise<[block: number, place: number]> {
  return bodyField(page).evaluate((field) => {
    const selection = document.getSelection()
    const block = [...field.children].findIndex((child) => child.contains(selection?.focusNode ?? null))
    const range = document.createRange()
    const element = field.children[block]
    if (!selection?.focusNode || !element) return [-1, -1]
    range.setStart(element, 0)
    range.setEnd(selection.focusNode, selection.focusOffset)
    return [block, range.toString().length]
  })
}

/** The browser tells a page of a new selection a moment later. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
