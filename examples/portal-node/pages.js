/** The page of an article, for whoever reads it here. `bodyHtml` is made to be put up as it is: no scripts, no styles, absolute addresses. */
export function articlePage({ locale, title, publishedAt, url, withdrawn, sapo, correction, bodyHtml, attribution }) {
  const lines = [
    '<!doctype html>',
    `<html lang="${escaped(locale)}">`,
    '<meta charset="utf-8">',
    `<title>${escaped(title)}</title>`,
    withdrawn ? '<meta name="robots" content="noindex">' : `<meta name="date" content="${escaped(publishedAt)}">`,
    `<link rel="canonical" href="${escaped(url)}">`,
    `<h1>${escaped(title)}</h1>`,
  ]
  for (const text of [withdrawn?.reason, sapo]) if (text != null) lines.push(`<p>${escaped(text)}</p>`)
  if (correction) lines.push(`<p>${escaped(correction.wrong)} → ${escaped(correction.right)}</p>`)
  return [...lines, bodyHtml, `<p>${escaped(attribution)}</p>`, ''].join('\n')
}

/** The newest first, made of the pages that are there; what was withdrawn has a page, and is not listed. */
export function indexPage(pages) {
  const links = []
  for (const { name, text } of pages) {
    const [, title, date] = /<title>(.*)<\/title>\n<meta name="date" content="(.*)">/.exec(text) ?? []
    if (title !== undefined) links.push({ key: date + name, link: `<li><a href="articles/${name}">${title}</a></li>` })
  }
  links.sort((one, other) => (one.key < other.key ? 1 : -1))
  return ['<!doctype html>', '<meta charset="utf-8">', '<ul>', ...links.map(({ link }) => link), '</ul>', ''].join('\n')
}

const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#039;' }

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => named[character])
}
