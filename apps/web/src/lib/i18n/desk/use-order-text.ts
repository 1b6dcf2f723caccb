import { dictionaryHook } from '../use-dictionary.ts'
import { order as en } from './en-order.ts'
import { order as vi } from './vi-order.ts'

/** Words of lists whose order is changed, and of what is saved as a whole. */
export const useOrderText = dictionaryHook({ vi, en })
