/** Plain text on purpose: nothing in it can run. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/** Brings mails on their way. */
export interface MailSender {
  /** Resolves when a server has taken the mail, or it stands in the folder. Throws when neither. */
  send(mail: Mail): Promise<void>
  close(): Promise<void>
}
