import type { ReferrerClass } from '@bantin/shared/analytics-panels'

/** Whole names and all below them, without a country's ending where a service has one for each. */
const search = 'google|bing|coccoc|yahoo|duckduckgo|yandex|baidu|ecosia|startpage|qwant|brave|perplexity|chatgpt'
const social =
  'facebook|fb|messenger|zalo|zaloapp|chat\\.zalo|youtube|youtu|tiktok|instagram|threads|twitter|x|t|linkedin|lnkd|pinterest|reddit|telegram|viber|whatsapp|lotus|gapo'

/**
 * Classes of hosts in the order in which they are tried, each with a regular expression for PostgreSQL: every search engine and social
 * network has many hosts (`www.`, `m.`, `l.`, one for each country). A portal is an agency's; whatever has no class is `other`.
 */
export const classPatterns: [Extract<ReferrerClass, 'search' | 'social' | 'portal'>, string][] = [
  ['portal', '(^|\\.)gov\\.[a-z]{2}$|(^|\\.)(gov|mil)$|(^|\\.)dcs\\.vn$'],
  ['search', `(^|\\.)(${search})(\\.(com|net|org|ai))?(\\.[a-z]{2,3})?$`],
  ['social', `(^|\\.)(${social})\\.(com|net|co|me|be|vn|in|it|org)(\\.[a-z]{2})?$`],
]
