import type { Title } from '@bantin/shared/titles'
import { createContext } from 'react'

/** What the text needs to know of people; whoever shows the editor hands it in. */
export interface EditorPeople {
  /** The day whose titles are put in. */
  day: string | undefined
  /** A hook: whom these letters may mean, with the titles of the day; nobody while they are asked for, and for null. */
  useFound: (query: string | null, day: string | undefined) => readonly Title[]
}

/** Null: nobody is offered. */
export const EditorPeopleContext = createContext<EditorPeople | null>(null)
