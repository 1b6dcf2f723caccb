import type { DeskWords } from './vi.ts'

type Shell = Omit<DeskWords, 'list' | 'form' | 'editor' | 'verbs' | 'ask' | 'life' | 'conflict'>

export const shell: Shell = {
  desk: 'Editorial desk',
  skip: 'Skip to the main content',
  site: 'Public site',
  menu: 'Account',
  pages: 'Pages of the desk',
  pageNames: { articles: 'Articles', redirects: 'Old addresses', settings: 'Publishing policy', audit: 'Audit log' },
  signOut: 'Sign out',
  language: 'Tiếng Việt',
  close: 'Close',
  cancel: 'Cancel',
  notFound: 'There is nothing at this address, or you may not see it.',
  toList: 'To the list of articles',
  failedScreen: 'This screen has failed. Unsaved text is still kept on this device.',
  reload: 'Reload the page',
  qrFailed: 'The QR code could not be drawn. Use the text beside it.',
  roles: { reporter: 'Reporter', editor: 'Editor', publisher: 'Publisher', admin: 'Administrator', auditor: 'Auditor' },
  wholeSite: 'whole site',
  login: {
    title: 'Sign in',
    lead: 'For those who write and edit.',
    email: 'E-mail',
    password: 'Password',
    show: 'Show the password',
    submit: 'Sign in',
    wrong: 'E-mail or password is wrong.',
    failed: 'Signing in did not work. Try again.',
    missing: 'Fill in e-mail and password.',
    starting: 'Opening your session…',
    again: 'Your session has ended',
    againLead: 'Sign in again to go on. Everything you typed is still here.',
    leave: 'Leave the page',
    offline: 'The server cannot be reached.',
  },
}
