import type { StatisticsWords } from './vi-statistics.ts'

export const en: StatisticsWords = {
  title: 'Visitor statistics',
  about:
    'Each time somebody comes to this portal from elsewhere, that is a visit; reading on within the portal or loading a page again adds none. The portal counts by itself, without cookies, and sends nothing to third parties.',
  now: 'Up to now',
  days: 'Visits in the last 30 days',
  chart: (visits, day) =>
    `Bar chart: the visits of each of the last 30 days. The highest is ${day}: ${visits}. The table below has all the numbers.`,
  visits: (count, written) => (count === 1 ? '1 visit' : `${written} visits`),
  today: (time) => `The outlined bar is today, up to ${time}.`,
  table: 'Visits by day',
  day: 'Day',
  count: 'Visits',
  soFar: 'today',
  sum: 'All 30 days',
  none: 'No visits in the last 30 days yet.',
  top: 'Most read in the last 7 days',
  topNone: 'No article has been read in the last 7 days yet.',
}
