/** What can fail to hold, and what it means then. docs/operations.md has the same list. */
export const faultKinds = {
  edition_hash: 'the hash of an edition is not the SHA-256 of its document',
  edition_canonical: 'the document of an edition is not canonical JSON',
  edition_row: 'the document of an edition says another site, article, number, kind, note, correction, time or locale than its row',
  edition_content: 'the document of an edition says something else than its revision',
  edition_numbers: 'the editions of an article are not numbered 1, 2, 3 …',
  edition_newest: 'the newest edition of an article is not the one that the article names',
  edition_revision: 'the newest edition of an article is of another revision than the article names',
  edition_logged: 'an edition is not in the publication log once',
  edition_announced: 'an edition is not in the change feed once, with a reason that fits its kind',
  edition_noted: 'the audit log does not have the hash of an edition',
  edition_redacted: 'an edition was emptied and its revision was not, or nobody noted it, or it is being shown',
  log_seq: 'a number is missing in the publication log',
  log_head: 'a head of the publication log does not follow from the one before',
  log_hash: 'the publication log has another hash than the edition',
  log_edition: 'the publication log has an edition that is not there',
  log_witness: 'the publication log never had a head that a witness holds',
  read_model: 'what readers are given is not what the article and its revision say',
  read_model_stray: 'readers are given something of an article that is not public',
  media_references: 'the files that are noted of a revision are not those that it shows',
  media_public: 'a file is open though nothing public shows it, or the other way round',
  article_address: 'the current address of an article is not the one that the article names',
  article_marks: 'marks of an article contradict its states',
  article_dates: 'the dates of an article do not follow from its editions',
  article_announced: 'the newest entry of the change feed does not fit what the article is now',
  feed_newest: 'what a portal reads that begins is not the newest entry of each thing in the change feed',
  portal_cursor: 'a portal has acknowledged more than the change feed has',
  message_entry: 'a message to a portal is about an entry that the change feed has not',
  article_noted: 'the audit log does not have every version of an article',
  article_circle: 'redirected articles lead to each other',
  revision_sealed: 'a revision that was published, approved or scheduled can still be changed',
  revision_newest: 'the newest revision of an article is not the one that the article names',
  revision_noted: 'the newest revision of an article is not what the audit log has the hash of',
  revision_numbers: 'revisions of an article share a number',
  revision_text: 'the plain text of a published revision is not that of its body',
} as const

export type FaultKind = keyof typeof faultKinds

/** Something that does not hold, where, and how; never what an article says. */
export interface Fault {
  kind: FaultKind
  article?: string
  edition?: number
  /** Of the publication log. */
  seq?: number
  media?: string
  expected: string
  found: string
}

/** The fault as one line for people. */
export function lineOf({ kind, expected, found, ...places }: Fault): string {
  const place = Object.entries(places).flat()
  return `${[kind, ...place].join(' ')}: expected ${expected}, found ${found}`
}
