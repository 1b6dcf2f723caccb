import type { PasswordWords } from './vi-password.ts'

export const password: PasswordWords = {
  label: 'New password',
  hint: 'At least 8 characters. A few words that make a sentence are easy to remember and hard to guess.',
  problems: {
    short: 'A password needs at least 8 characters.',
    long: 'A password has at most 128 characters.',
    common: 'Many people use this password, so it is easily guessed. Choose another one.',
    same: 'This is the password that you have now. Choose another one.',
    refused: 'This password cannot be used. Choose another one.',
  },
}
