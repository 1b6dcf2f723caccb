import { answerApart } from '../answer-apart.ts'
import { readTable } from './read-table.ts'

// Run by read-apart.ts as a process of its own.
answerApart(readTable)
