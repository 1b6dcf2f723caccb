import { readFileSync } from 'node:fs'

export const topics = ['list', 'follow', 'webhook', 'edition'] as const
export type Topic = (typeof topics)[number]

/** The languages that receivers are written in, by the ends of their files' names. */
export const languages = { sh: 'curl', php: 'PHP', cs: 'C#', java: 'Java', py: 'Python', js: 'JavaScript' } as const
type Language = keyof typeof languages

/** What stands in the files for the portal's own address. */
const placeholder = 'https://bantin.example.gov.vn'

/** How something is done in a language, with the portal's address. They are files of their own, so that they can be run. */
export function snippet(topic: Topic, language: Language, baseUrl: string): string {
  return readFileSync(new URL(`snippets/${topic}.${language}`, import.meta.url), 'utf8')
    .replaceAll(placeholder, baseUrl)
    .trimEnd()
}
