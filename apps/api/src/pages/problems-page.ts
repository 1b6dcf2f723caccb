import { escapeHtml } from '@bantin/shared/body/escape-html'
import { problems } from '@bantin/shared/errors'

/** The page that the `type` of every problem answer leads to: each code with its status, meaning and cure. */
export function problemsPage(): string {
  const entries = Object.entries(problems).map(
    ([code, { status, title, cure }]) => `
      <section id="${code}">
        <h2><a href="#${code}"><code>${code}</code></a> <span>${status}</span></h2>
        <p>${escapeHtml(title)}.</p>
        <p>${escapeHtml(cure)}</p>
      </section>`,
  )
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Problems | Bản Tin API</title>
    <link rel="stylesheet" href="/docs/problems.css">
  </head>
  <body>
    <main>
      <h1>Problems</h1>
      <p>Every answer of the API that is not a success is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is one of
        these; nothing else leaves the API. Branch on the code, never on a text. The header <code>X-Request-Id</code> names the request.</p>
${entries.join('')}
    </main>
  </body>
</html>
`
}

/** The style of that page. */
export const problemsStyle = `:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; font: 1rem/1.6 system-ui, sans-serif; }
h2 { margin: 2.5rem 0 .25rem; font-size: 1.125rem; }
h2 a { color: inherit; }
h2 span { margin-left: .5rem; font-weight: 400; opacity: .75; }
p { margin: .25rem 0; }
section:target { outline: 3px solid currentColor; outline-offset: .75rem; }
`
