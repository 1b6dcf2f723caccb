import type { DemoAccess } from './demo/fill-demo.ts'

/** What the person at the terminal needs to look around: the addresses, and the demo's accounts where there are any. */
export function greeting({ url, demo }: { url: string | undefined; demo: DemoAccess | undefined }): string {
  if (url === undefined) return 'Bản Tin works in the background. It serves no addresses.'
  const addresses = [`  Site  ${url}/`, `  Desk  ${url}/ban-bien-tap`, `  API   ${url}/api/v1/articles`, `  Docs  ${url}/docs`]
  return ['', 'Bản Tin is ready.', ...addresses, ...(demo ? ['', accountsOf(demo)] : []), ''].join('\n')
}

/** The accounts that the demo made, for the terminal. */
export function accountsOf({ emails, password }: DemoAccess): string {
  const heading = `Demo accounts, password ${password ?? 'as DEMO_PASSWORD was at the first start'}:`
  return [heading, ...emails.map((email) => `  ${email}`)].join('\n')
}
