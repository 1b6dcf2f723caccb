/**
 * Whether the caret of a block stands on the first or last line that its text has on the screen. Only a laid out text knows where its
 * lines break, and a text area does not tell: a hidden copy with a mark at the caret is asked.
 */
export function isOnEdgeLine(area: HTMLTextAreaElement, edge: 'first' | 'last'): boolean {
  const block = area.parentElement
  if (!block) return true
  const mark = document.createElement('span')
  mark.textContent = '\u200b'
  const copy = document.createElement('div')
  copy.className = area.className
  copy.append(area.value.slice(0, area.selectionStart), mark, area.value.slice(area.selectionStart))
  const probe = block.cloneNode(false) as HTMLElement
  probe.style.cssText = `position: absolute; visibility: hidden; width: ${block.clientWidth}px`
  probe.append(copy)
  block.parentElement?.append(probe)
  const line = mark.getBoundingClientRect()
  const text = copy.getBoundingClientRect()
  probe.remove()
  // Less than a line between the mark and the text's edge: what is left there is padding and half the leading.
  return (edge === 'first' ? line.top - text.top : text.bottom - line.bottom) < Math.max(line.height, 1)
}
