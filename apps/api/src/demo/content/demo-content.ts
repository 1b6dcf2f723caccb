import type { Author } from '@bantin/shared/authors'
import type { Role } from '@bantin/shared/permissions'
import type { AlertLevel } from '@bantin/shared/site-places'
import type { UnitCard, UnitContacts } from '@bantin/shared/units'

/** A unit of the demo province office. `parent` is the key of another demo unit. */
export interface DemoUnit {
  key: string
  slug: string
  name: string
  shortName?: string
  kind: UnitCard['kind']
  code: string
  parent?: string
  /** For a bloc: keys of its member units. */
  members?: string[]
  contacts?: UnitContacts
}

/** A byline of the demo. */
export interface DemoAuthor {
  key: string
  slug: string
  displayName: string
  kind: Author['kind']
  bio: string
  unit: string
}

/** A section of the demo portal. */
export interface DemoCategory {
  key: string
  slug: string
  name: string
}

/** A drawing: its key for `drawPicture`, and what is said about it. */
export interface DemoPicture {
  scene: string
  alt: string
  caption: string
  credit: string
}

/** A sheet to be printed: the name of its file, what it is called, and what is drawn on it. */
export interface DemoDocument {
  name: string
  title: string
  scene: string
}

/** What is no paragraph, heading or quote. The first row of a table are its headings. */
export type DemoBlock =
  | { list: string[]; ordered?: true }
  | { table: string[][] }
  | { picture: DemoPicture }
  | { gallery: DemoPicture[] }
  | { document: DemoDocument }

/**
 * One demo article. In a string of `body` `## ` begins a heading of level 2, `> ` a quote, anything else is a paragraph; in all texts
 * of a body `**words**` are bold and `[words](address)` a link.
 * `daysAgo` and `hour` give the publication time in the site's zone, counted back from the first start.
 */
export interface DemoArticle {
  slug: string
  title: string
  kicker?: string
  sapo: string
  body: (string | DemoBlock)[]
  unit: string
  supportingUnits?: string[]
  authors: string[]
  category: string
  tags: string[]
  daysAgo: number
  hour: number
  event?: { startsOn: string; endsOn?: string; place?: string }
  picture: DemoPicture
}

/** What everybody has to know for a while; `article` is the slug of the one that says more. */
export interface DemoAlert {
  level: AlertLevel
  text: string
  article: string
}

/** Something that is not public: by whom, and how far it has come. The note goes with the last step. */
export interface DemoDraft {
  title: string
  sapo: string
  /** A string a paragraph. */
  body: string[]
  by: Role
  state: 'draft' | 'in_review' | 'returned' | 'scheduled'
  note?: string
}
