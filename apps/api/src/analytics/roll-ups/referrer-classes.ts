import type { ReferrerClass } from '@bantin/shared/analytics-panels'

/** A name and all below it. */
const below = (names: string) => `(^|\\.)(${names})$`

const portals = [
  below('gov\\.[a-z]{2}|gov|mil|gouv\\.fr|gob\\.[a-z]{2}|go\\.(jp|kr|th|id)'),
  // Agencies of Viet Nam whose portals are not below gov.vn; newspapers of agencies are newspapers.
  below('(chinhphu|quochoi|dcs)\\.vn'),
]

// Of services that do more than to search only what searches, in every country: not mail.google.com, not translate.google.com.
const search = [
  '^((www|m|cse|news|images|gemini)\\.)?google(\\.com?)?\\.[a-z]{2,3}$',
  '^(www\\.|([a-z-]+\\.)*search\\.)yahoo\\.(com|co\\.jp)$',
  '^(www\\.|m\\.)?(yandex\\.(com\\.)?[a-z]{2,3}|ya\\.ru)$',
  below(
    '(bing|coccoc|duckduckgo|startpage|qwant|baidu|chatgpt|search\\.brave|search\\.naver|copilot\\.microsoft)\\.com|ecosia\\.org|perplexity\\.ai',
  ),
  '^com\\.google\\.android\\.googlequicksearchbox$',
]

const social = [
  below('(facebook|fb|messenger|zaloapp|youtube|tiktok|instagram|threads|twitter|x|linkedin|pinterest|reddit|viber|whatsapp)\\.com'),
  below('(zalo|fb|m|t|telegram|wa)\\.me|(zalo|lotus|gapo)\\.vn|t\\.co|youtu\\.be|lnkd\\.in|pin\\.it|threads\\.net|telegram\\.org'),
  // The names of their apps, as Android gives them.
  '^(com\\.zing\\.zalo|com\\.facebook\\.(katana|lite|orca)|com\\.twitter\\.android|com\\.google\\.android\\.youtube|org\\.telegram\\.messenger)$',
]

/**
 * Classes of hosts in the order in which they are tried, each with a regular expression for PostgreSQL: every search engine and social
 * network has many hosts (`www.`, `m.`, `l.`, one for each country). A portal is an agency's; whatever has no class is `other`.
 */
export const classPatterns: [Extract<ReferrerClass, 'search' | 'social' | 'portal'>, string][] = [
  ['portal', portals.join('|')],
  ['search', search.join('|')],
  ['social', social.join('|')],
]
