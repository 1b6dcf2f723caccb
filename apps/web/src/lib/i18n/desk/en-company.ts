import type { CompanyWords } from './vi-company.ts'

export const company: CompanyWords = {
  tools: 'Work on this together',
  panels: { comments: 'Comments', history: 'History', links: 'Show to others' },
  open: (n) => `${n} open`,
  blockButton: (block, open) => (open > 0 ? `Comments on ${block}: ${open} open` : `Comment on ${block}`),
  closePanel: 'Close',
  alsoHere: (names) => `Also here: ${names}`,
  saved: (who) => `${who} has just saved a new revision.`,
  savedByMe: 'You have just saved a new revision in another tab.',
  savedLead: 'Your text stays as it is; saving puts both together.',
  loaded: (who) => `${who} has just saved; you now see the new text.`,
  deleted: (who) => `${who} has deleted this draft. The text you see can no longer be saved; copy it if you need it.`,
  loadedByMe: 'You now see what you have just saved in another tab.',
}
