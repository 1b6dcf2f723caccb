import { dictionaryHook } from '../use-dictionary.ts'
import { users as en } from './en-users.ts'
import { users as vi } from './vi-users.ts'

/** Words of the page of users; loaded with it. */
export const useUsersText = dictionaryHook({ vi, en })
