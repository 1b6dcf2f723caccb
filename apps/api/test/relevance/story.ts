import type { authorNames, unitNames } from './organization.ts'

/** An article that was written for what it might be taken for, or for what only it is. */
export interface Story {
  title: string
  sapo: string
  body: string
  /** Days since it came out; without it some time between two and five years. */
  age?: number
  unit?: keyof typeof unitNames
  author?: keyof typeof authorNames
}
