import { dictionaryHook } from '../use-dictionary.ts'
import { tables as en } from './en-tables.ts'
import { tables as vi } from './vi-tables.ts'

/** Words for taking in a table; loaded with the pages that do. */
export const useTablesText = dictionaryHook({ vi, en })
