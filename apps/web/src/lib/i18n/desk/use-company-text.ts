import { dictionaryHook } from '../use-dictionary.ts'
import { company as en } from './en-company.ts'
import { company as vi } from './vi-company.ts'

/** Words of what stands beside every article: the ways to the panels, and who else is here. */
export const useCompanyText = dictionaryHook({ vi, en })
