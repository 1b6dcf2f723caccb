import type { LinkPageWords } from './vi-link-pages.ts'

export const en: LinkPageWords = {
  preview: {
    title: 'Preview',
    states: { draft: 'not published', shown: 'published', hidden: 'not shown at present' },
    note: 'Only people who have this link can see it.',
    until: (when) => `The link expires: ${when}.`,
    saved: (when) => `Last saved: ${when}`,
    revision: (n) => `Revision ${n}`,
  },
  opinion: {
    title: 'Your opinion, please',
    asks: (by, name) => `${by ?? 'The newsroom'} asks ${name} for an opinion on the article below.`,
    until: (when) => `Answer by: ${when}.`,
    toForm: 'Go to the answer',
    heading: (name) => `Opinion of ${name}`,
    answers: { agree: 'I agree', change: 'I suggest changes' },
    text: 'Your comments',
    textHint: 'If you suggest changes, say which passage and how it should read.',
    missingAnswer: 'Choose “I agree” or “I suggest changes”.',
    missingText: 'Say what should be changed.',
    record:
      'You can answer once. Your answer is kept with your name, the time and the network (IP) address it came from. It is an opinion, not an approval.',
    send: 'Send',
    sending: 'Sending…',
    failed: 'Your answer was not sent. Your text is still in the field; please try again.',
    closed: 'Your answer was not sent: this link has expired or was revoked. Your text is still in the field, so that you can copy it.',
    sent: 'Your answer was sent. Thank you!',
    elsewhere: 'An answer was sent with this link before, so what you have just written was not sent.',
    unsent: 'Not sent',
    answered: (when) => `Answered: ${when}`,
    noScript: 'To send an answer, turn on JavaScript in your browser and load the page again.',
  },
}
