import type { DemoAccess } from './demo/fill-demo.ts'

/** Where the first administrator is made, and the code that it takes. */
export interface FirstSetup {
  url: string
  code: string
}

interface Greeted {
  url: string | undefined
  demo: DemoAccess | undefined
  firstSetup: FirstSetup | undefined
}

/** What the person at the terminal needs: the addresses, the demo's accounts where there are any, and how to begin where there are none. */
export function greeting({ url, demo, firstSetup }: Greeted): string {
  if (url === undefined) return 'Bản Tin works in the background. It serves no addresses.'
  const addresses = [`  Site  ${url}/`, `  Desk  ${url}/ban-bien-tap`, `  API   ${url}/api/v1/articles`, `  Docs  ${url}/docs`]
  const accounts = demo ? ['', accountsOf(demo)] : []
  return ['', 'Bản Tin is ready.', ...addresses, ...accounts, ...(firstSetup ? beginningOf(firstSetup) : []), ''].join('\n')
}

function beginningOf({ url, code }: FirstSetup): string[] {
  return ['', 'Nobody can sign in yet. Make the first administrator:', `  Address  ${url}`, `  Code     ${code}`]
}

/** The accounts that the demo made, for the terminal. */
export function accountsOf({ emails, password }: DemoAccess): string {
  const heading = `Demo accounts, password ${password ?? 'as DEMO_PASSWORD was at the first start'}:`
  return [heading, ...emails.map((email) => `  ${email}`)].join('\n')
}
