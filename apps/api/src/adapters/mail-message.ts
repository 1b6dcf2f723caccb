import type { SendMailOptions } from 'nodemailer'
import type { Mail } from './mail-sender.ts'

/**
 * A mail in the library's terms. The address goes in as one, whatever it looks like, and lines break in the text alone: nobody's name or
 * title adds a header or another recipient.
 */
export function messageOf({ to, subject, text }: Mail, from: string): SendMailOptions {
  return {
    from: { name: '', address: oneLine(from) },
    to: { name: '', address: oneLine(to) },
    subject: oneLine(subject),
    text,
    // RFC 3834: nothing answers by itself.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
