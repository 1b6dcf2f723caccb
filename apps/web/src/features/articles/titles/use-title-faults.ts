import type { Block } from '@bantin/shared/body'
import { blockText } from '@bantin/shared/body/body-text'
import { mostTitlesAsked } from '@bantin/shared/titles/most-asked'
import { namesBesideTitles, type TitleFault, titleFaults } from '@bantin/shared/titles/title-faults'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import type { ArticleValues } from '../form/article-values.ts'
import { titlesQuery } from './titles.api.ts'

/** Where a text of the article stands: a block of its body, or a field above it. */
export interface TextPlace {
  field: 'title' | 'sapo' | 'body'
  blockId?: string | undefined
}

export type PlacedFault = TitleFault & TextPlace

/** What the article says of people's titles and is to be looked at; nothing until it is known, and where nobody is named with a title. */
export function useTitleFaults(values: ArticleValues, day: string | undefined): PlacedFault[] {
  const { title, sapo, body } = useDeferredValue(values)
  const places = useMemo(() => textsOf({ title, sapo, body }), [title, sapo, body])
  const names = [...new Set(places.flatMap(({ names }) => names))].sort().slice(0, mostTitlesAsked)
  const asked = titlesQuery({ names: names.join(','), ...(day ? { asOf: day } : {}) })
  const known = useQuery({ ...asked, enabled: names.length > 0 }).data
  return useMemo(() => {
    if (!known?.data || known.data.length === 0) return []
    const named = places.filter(({ names }) => names.length > 0)
    return named.flatMap(({ text, field, blockId }) =>
      titleFaults(text, known.data, known.asOf).map((fault) => ({ ...fault, field, blockId })),
    )
  }, [places, known])
}

interface Text {
  text: string
  /** Those beside a title. */
  names: string[]
}

type Named = Text & TextPlace

function textsOf({ title, sapo, body }: Pick<ArticleValues, 'title' | 'sapo' | 'body'>): Named[] {
  const above = (field: 'title' | 'sapo', text: string): Named => ({ field, text, names: namesBesideTitles(text) })
  const blocks = body.content.map((block): Named => ({ field: 'body', blockId: block.attrs?.id ?? undefined, ...textOf(block) }))
  return [above('title', title), above('sapo', sapo), ...blocks]
}

/** Blocks that were not edited stay the same objects. */
const read = new WeakMap<Block, Text>()

function textOf(block: Block): Text {
  const known = read.get(block)
  if (known) return known
  const text = blockText(block)
  const found = { text, names: namesBesideTitles(text) }
  read.set(block, found)
  return found
}
