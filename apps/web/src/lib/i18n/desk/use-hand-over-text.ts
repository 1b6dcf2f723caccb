import { dictionaryHook } from '../use-dictionary.ts'
import { handOver as en } from './en-hand-over.ts'
import { handOver as vi } from './vi-hand-over.ts'

/** Words of the sheet of a hand-over; loaded with the page of a user. */
export const useHandOverText = dictionaryHook({ vi, en })
