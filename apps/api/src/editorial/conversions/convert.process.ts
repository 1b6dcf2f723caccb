import { answerApart } from '../answer-apart.ts'
import { convert } from './convert.ts'

// Run by convert-apart.ts as a process of its own.
answerApart(convert)
