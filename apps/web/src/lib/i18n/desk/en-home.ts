import type { HomeWords } from './vi-home.ts'

export const home: HomeWords = {
  title: 'Home page',
  tabs: { label: 'Parts of the home page', home: 'Leading articles', alerts: 'Alerts' },
  intro: 'The articles that lead the home page, in this order. The first has the largest place. The newest articles follow them.',
  readOnly: 'You can see this part; only publishers and administrators of the whole site can change it.',
  list: 'Articles that lead the home page',
  empty: 'None is chosen: the newest article with a picture leads the page.',
  lead: 'Lead article',
  hidden: 'This article is not published any more, so readers do not see it. Take it out to be able to save.',
  add: 'Add a published article',
  older: 'Search older articles too',
  full: (count) => `${count} articles are the most there can be. Take one out to add another.`,
  until: {
    button: 'Change until when',
    change: (title) => `Change until when: ${title}`,
    open: 'Until it is changed',
    at: (when) => `Until ${when}`,
    title: (title) => `Until when does “${title}” lead the page?`,
    hint: (zone) => `By the clock of the portal (${zone}). Then the article leaves its place by itself; it stays published.`,
    day: 'Day',
    time: 'Time',
    take: 'Set',
    clear: 'No end',
    missing: 'Choose a day.',
    past: 'Choose a time in the future.',
  },
  saved: 'Saved. The home page has this order.',
  failed: 'Not saved. Try again.',
  notPublished: (titles) =>
    `Not saved, since some articles are not published any more: ${titles.join('; ')}. Take them out and save again.`,
  stale: (titles) =>
    `Somebody else has just arranged the home page, so yours was not saved. It is now: ${titles.join('; ') || '(no article)'}. Press save once more to have yours.`,
}
