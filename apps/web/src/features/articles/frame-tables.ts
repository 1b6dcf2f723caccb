/**
 * Every table in an element that scrolls where the screen is narrower, and that the keyboard reaches for it. `label` is what it is called,
 * without characters that mean something in HTML.
 */
export function frameTables(html: string, label: string): string {
  return html.replaceAll('<table>', `<div role="group" tabindex="0" aria-label="${label}"><table>`).replaceAll('</table>', '</table></div>')
}

/** The same HTML before `frameTables`, also when a browser has written it. */
export function withoutFrames(html: string): string {
  return html.replace(/<div role="group" tabindex="0" aria-label="[^"]*"><table>/g, '<table>').replaceAll('</table></div>', '</table>')
}
