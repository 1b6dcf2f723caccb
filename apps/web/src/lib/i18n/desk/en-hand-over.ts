import type { HandOverWords } from './vi-hand-over.ts'

const articles = (count: number) => (count === 1 ? '1 article' : `${count} articles`)
const links = (count: number) => (count === 1 ? '1 open link' : `${count} open links`)
const portals = (count: number) => (count === 1 ? '1 portal' : `${count} portals`)
const roles = (count: number) => (count === 1 ? '1 role' : `${count} roles`)

export const handOver: HandOverWords = {
  button: 'Hand over the work',
  title: (name) => `Hand over the work of ${name}`,
  lead: 'All of it is done at once, or nothing is. Bylines stay.',
  successor: 'Who takes over',
  chosen: 'Taking over',
  successorMissing: 'Choose who takes over, or choose otherwise for what is handed over.',
  noSuccessors:
    'There is nobody else who can write and take over. Invite somebody or give a role first, or leave the articles as they are.',
  theSuccessor: 'the successor',
  untitled: 'Untitled',
  others: (count) => `Show ${count} more`,
  rest: (count) => `and ${count} more`,
  newWindow: 'opens in a new page',
  parts: {
    drafts: (count) => `Drafts (${count})`,
    inReview: (count) => `In review, approved or scheduled (${count})`,
    schedules: (count) => `Scheduled by this person (${count})`,
    links: (count) => `Open links (${count})`,
    clients: (count) => `Portals that this person answers for (${count})`,
    grants: (count) => `Roles (${count})`,
    account: 'Account',
  },
  choose: {
    articles: 'What becomes of these articles?',
    schedules: 'What becomes of these scheduled articles?',
    links: 'What becomes of these links?',
    clients: 'What becomes of these portals?',
    grants: 'What becomes of these roles?',
  },
  choices: {
    articles: {
      give: { name: 'Hand over', hint: 'The successor goes on with them; what is in review stays in review.' },
      leave: { name: 'Leave as they are', hint: 'Editors of the unit can still edit them, but nobody is told to go on.' },
    },
    schedules: {
      give: { name: 'Hand over', hint: 'Published on time, in the name of the successor.' },
      unschedule: { name: 'Take off the schedule', hint: 'Not published by themselves any more; they go back to where they stood before.' },
      leave: { name: 'Leave as they are', hint: 'Published on time, in the name of this person.' },
    },
    links: {
      revoke: { name: 'Revoke', hint: 'Nobody who has a link can open it any more.' },
      give: { name: 'Hand over', hint: 'They still open; the successor can revoke them.' },
      leave: { name: 'Leave as they are', hint: 'They open until they expire.' },
    },
    clients: {
      give: { name: 'Hand over', hint: 'The successor answers for them; their keys go on to work.' },
      leave: { name: 'Leave as they are', hint: 'They still receive everything, but nobody here answers for them.' },
    },
    grants: {
      remove: { name: 'Remove all', hint: 'Enabled again, this person would have no role.' },
      give: {
        name: 'Give to the successor',
        hint: 'The successor gets these roles beside their own; the one who leaves has none any more.',
      },
      leave: { name: 'Leave as they are', hint: 'Enabled again, this person could work as before at once.' },
    },
  },
  disable: 'Disable the account',
  disableHint: 'All sessions end at once; this person cannot sign in any more.',
  alreadyDisabled: 'The account is disabled already.',
  kinds: { preview: 'preview', opinion: 'request for an opinion' },
  updated: (when) => `last changed ${when}`,
  due: (when) => `due ${when}`,
  until: (when) => `opens until ${when}`,
  acknowledged: (when) => `last acknowledged ${when}`,
  neverAcknowledged: 'has never acknowledged',
  summary: 'What will be done',
  plan: {
    articles: {
      give: (count, to) => `Hand ${articles(count)} under way to ${to}.`,
      leave: (count) => `Leave ${articles(count)} under way as they are.`,
    },
    schedules: {
      give: (count, to) => `Hand ${articles(count)} on the schedule to ${to}; published on time.`,
      unschedule: (count) => `Take ${articles(count)} off the schedule.`,
      leave: (count) => `Leave ${articles(count)} on the schedule.`,
    },
    links: {
      give: (count, to) => `Hand ${links(count)} to ${to}.`,
      revoke: (count) => `Revoke ${links(count)}.`,
      leave: (count) => `Leave ${links(count)}.`,
    },
    clients: {
      give: (count, to) => `Hand ${portals(count)} to ${to}, who answers for them.`,
      leave: (count) => `Leave ${portals(count)}.`,
    },
    grants: {
      give: (count, to) => `Give ${roles(count)} to ${to}.`,
      remove: (count) => `Remove ${roles(count)}.`,
      leave: (count) => `Leave ${roles(count)}.`,
    },
    disable: 'Disable the account; all sessions end at once.',
    nothing: 'There is nothing to do.',
  },
  submit: 'Hand over',
  submitting: 'Handing over…',
  doneTitle: (name) => `The work of ${name} is handed over`,
  done: {
    articles: (count) => `Articles under way: ${count}`,
    schedules: (count) => `Scheduled articles: ${count}`,
    links: (count) => `Links: ${count}`,
    clients: (count) => `Portals: ${count}`,
    grants: (count) => `Roles: ${count}`,
    disabled: 'The account is disabled.',
    notDisabled: 'The account can still be used.',
    audit: 'Each of it stands in the audit log.',
  },
  finish: 'Done',
  finished: (name) => `The work of ${name} is handed over.`,
  failed: 'It could not be handed over, so nothing has changed. Try again.',
  refusals: {
    forbidden: 'You may not hand this work over.',
    version_stale:
      'Somebody else has just changed this account, so nothing was handed over. The sheet has been loaded again; look at it and press “Hand over” once more.',
    last_administrator: 'This is the last administrator of the whole site. Make somebody else an administrator of the whole site first.',
    conflict: 'It is too much for one time, so nothing has changed. Hand it over part by part: leave the other parts as they are.',
  },
  lacks: (name) => `${name} lacks roles to take all of it over, so nothing has changed. Missing:`,
  lacksWriter: (unit) => `${unit}: the role of a reporter or more`,
  lacksPublisher: (unit) => `${unit}: the role of a publisher or more`,
  cannot: (name) => `${name} can take over no more, so nothing has changed. Choose somebody else.`,
}
