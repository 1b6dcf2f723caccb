import type { IdentityWords } from './vi-identity.ts'

export const identity: IdentityWords = {
  title: 'The portal',
  lead: 'Name, contacts, logo and menus stand at the head and foot of all pages. Readers see a change as soon as it is saved.',
  readOnly: 'You can see this part; only administrators of the whole site can change it.',
  sections: { names: 'Name and responsible person', contacts: 'Contacts', rights: 'Licence and reuse', menus: 'Menus' },
  names: {
    name: 'Name of the portal',
    shortName: 'Short name',
    responsiblePerson: 'Responsible for the content',
    licence: 'Licence',
    reuse: 'Terms of reuse',
    contacts: 'Contacts',
    logoMediaId: 'Logo',
    menus: 'Menus',
  },
  hints: {
    shortName: 'For narrow places, such as “Sông Trà”.',
    responsiblePerson: 'Post and name, as they stand at the foot of the pages.',
    licence: 'Number, day and authority.',
    reuse: 'Such as: Name the source when you reuse news and articles.',
  },
  contacts: { address: 'Address', phone: 'Telephone', email: 'E-mail' },
  logo: {
    label: 'Logo',
    hint: 'It stands to the left of the name, 56 pixels high. Best is a PNG or WebP on a transparent ground.',
    choose: 'Choose a picture of the library',
    replace: 'Choose another',
    remove: 'Remove the logo',
    refused: 'Not saved: the logo is not in the library any more. Choose another picture.',
    missing: 'This picture is not in the library any more.',
  },
  menus: {
    main: {
      title: 'Main menu',
      hint: 'It stands under the name. Left empty, the sections stand there. An entry leads to a page of the portal, such as /don-vi, or to an address that begins with https://.',
    },
    footer: { title: 'Links at the foot', hint: 'At the foot of all pages: contact, site map, other portals.' },
    name: 'What it says',
    url: 'Leads to',
    add: 'Add an entry',
    fromSections: 'Begin with the sections',
    unnamed: 'an entry without a name',
    full: '20 entries are the most there can be.',
    none: 'None',
  },
  problems: {
    name: 'The portal needs a name.',
    email: 'This is no e-mail address yet.',
    entryName: 'Write what it says.',
    entryUrl: 'The address begins with / or https://.',
  },
  saved: 'Saved. All pages show it.',
  failed: 'Not saved. What you wrote is still here; try again.',
  stale: (changed) =>
    `Somebody else has just changed ${changed.join(', ').toLowerCase() || 'this'}, so yours was not saved. Press save once more: only what you changed is written.`,
}
