import { escapeHtml } from '@bantin/shared/body/escape-html'
import { english, type GuideText, vietnamese } from './guide-text.ts'
import { languages, snippet, type Topic } from './snippets.ts'

/** The guide's addresses, of which each leads to the other. */
export const guides = { en: '/docs/portals', vi: '/docs/cong-nhan-tin' } as const

/** A page for whoever writes a portal, whole without JavaScript. */
export function guidePage(language: keyof typeof guides, baseUrl: string): string {
  const text = language === 'en' ? english : vietnamese
  const other = language === 'en' ? 'vi' : 'en'
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(text.title)} | Bản Tin API</title>
    <link rel="alternate" hreflang="${other}" href="${guides[other]}">
    <link rel="stylesheet" href="/docs/portals.css">
  </head>
  <body>
    <main>
      <nav><a href="${guides[other]}" lang="${other}" hreflang="${other}">${text.other}</a> <a href="/docs">${text.reference}</a></nav>
      <h1>${escapeHtml(text.title)}</h1>
${partsOf(text, baseUrl)}
    </main>
  </body>
</html>
`
}

function partsOf({ parts }: GuideText, baseUrl: string): string {
  const sections = parts.map(({ title, paragraphs, topic }, n) => {
    const said = paragraphs.map((paragraph) => `<p>${withCode(paragraph)}</p>`).join('\n')
    return `<section id="${topic ?? `part-${n + 1}`}">\n<h2>${escapeHtml(title)}</h2>\n${said}\n${topic ? codeOf(topic, baseUrl) : ''}</section>`
  })
  return sections.join('\n')
}

/** One for each language, the first of them open. */
function codeOf(topic: Topic, baseUrl: string): string {
  const names = Object.entries(languages) as [keyof typeof languages, string][]
  const blocks = names.map(([language, name], n) => {
    const code = escapeHtml(snippet(topic, language, baseUrl))
    return `<details${n === 0 ? ' open' : ''}><summary>${name}</summary>\n<pre lang="en" tabindex="0"><code>${code}</code></pre></details>\n`
  })
  return blocks.join('')
}

function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

/** The style of these pages. */
export const guideStyle = `:root { color-scheme: light dark; }
body { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
nav { display: flex; gap: 1.5rem; }
h1 { line-height: 1.25; }
h2 { margin: 2.5rem 0 .25rem; font-size: 1.25rem; }
summary { padding: .5rem 0; font-weight: 600; cursor: pointer; }
pre { margin: 0; padding: 1rem; overflow-x: auto; border: 1px solid; font-size: .875rem; line-height: 1.5; overflow-wrap: normal; }
`
