import type { TitlesWords } from './vi-titles.ts'

export const titles: TitlesWords = {
  menu: 'People and titles',
  menuSome: (many: number) => `${many === 1 ? '1 person' : `${many} people`}. Arrows choose, Enter puts in.`,
  named: 'Titles named',
  hint: 'In the text, type @ and a name to put in somebody with the title of the article’s day.',
  none: 'Nobody is named yet.',
  notThen: (day: string) => `Did not hold this title on ${day}`,
  go: (text: string) => `Go to where ${text} is named`,
  remove: (text: string) => `Make ${text} plain text`,
  since: (day: string) => `from ${day}`,
  through: (day: string) => `until ${day}`,
  check: 'Titles to look at',
  checkHint: 'The article can be published all the same.',
  ended: (title: string, name: string, days: string) => `“${title}”: ${name} no longer held this title${days ? ` (${days})` : ''}.`,
  later: (title: string, name: string, days: string) => `“${title}”: ${name} did not hold this title yet${days ? ` (${days})` : ''}.`,
  other: (title: string, name: string, has: string) =>
    has ? `“${title}”: ${name} was ${has} then.` : `“${title}”: no such post of ${name} is on record.`,
  places: { title: 'in the title', sapo: 'in the summary' },
  show: 'Show the passage',
}
