import type { PublishInput } from '@bantin/shared/article-verbs'
import type { Figure } from '@bantin/shared/body'
import { blockText, inlineText } from '@bantin/shared/body/body-text'
import type { FieldError } from '@bantin/shared/errors'
import { detectLegacyFont } from '@bantin/shared/legacy-fonts'
import type { Db } from '../db/client.ts'
import { fieldProblem } from '../errors.ts'
import type { RevisionRow } from './article.ts'
import { type MediaFacts, readMedia } from './read-media.ts'
import { requireReferences } from './references.ts'
import { pickContent, type RevisionContent } from './revisions.ts'
import { shownMedia } from './shown-media.ts'

/**
 * Passes when there is something to read and all that it names exists; answers what is known of its files. Throws `not_publishable`,
 * `unknown_reference`.
 */
export async function requireComplete(tx: Db, head: RevisionRow): Promise<Map<string, MediaFacts>> {
  const missing = (pointer: string, message: string) => fieldProblem('not_publishable', { in: 'body', pointer, code: 'missing', message })
  if (head.title.trim() === '') throw missing('/title', 'There is no title.')
  if (head.bodyText.trim() === '' && (head.sapo ?? '').trim() === '') throw missing('/body', 'There is no text to read.')
  return await requireReferences(tx, pickContent(head))
}

/**
 * Passes when everybody can read it: pictures are described for who does not see them, and nothing is written for the font of an old
 * encoding, unless that was accepted. Asked of people, who can mend it, when they publish or schedule. Throws `not_publishable` with the
 * place of each.
 */
export async function requireReadable(tx: Db, head: RevisionRow, { acceptLegacyFont = false }: Acceptance): Promise<void> {
  const faults = [...(await undescribedPictures(tx, head)), ...(acceptLegacyFont ? [] : legacyTexts(head))]
  if (faults.length > 0) throw fieldProblem('not_publishable', ...faults.slice(0, mostNamed))
}

type Acceptance = Pick<PublishInput, 'acceptLegacyFont'>

/** A body can have more faults than it would help to list. */
const mostNamed = 100

async function undescribedPictures(tx: Db, content: RevisionContent): Promise<FieldError[]> {
  const known = await readMedia(tx, shownMedia(content))
  const missing = (pointer: string, message: string): FieldError => ({ in: 'body', pointer, code: 'missing', message })
  const lead = content.heroMediaId === null ? undefined : known.get(content.heroMediaId)
  return [
    ...(lead && !isSaid(lead.alt) && !isSaid(lead.caption) ? [missing('/heroMediaId', describeLead)] : []),
    ...figuresOf(content.body)
      .filter(({ figure }) => !isDescribed(figure, known.get(figure.attrs.mediaId)?.alt))
      .map(({ pointer }) => missing(`/body${pointer}/attrs/alt`, describeFigure)),
  ]
}

function legacyTexts({ title, kicker, sapo, body }: RevisionContent): FieldError[] {
  const texts: [pointer: string, text: string][] = [
    ['/title', title],
    ['/kicker', kicker ?? ''],
    ['/sapo', sapo ?? ''],
    ...body.content.map((block, i): [string, string] => [`/body/content/${i}`, blockText(block)]),
  ]
  return texts.flatMap(([pointer, text]) => {
    const font = detectLegacyFont(text)
    if (font === null) return []
    const message = `This seems to be written for a font of ${font}: convert it, or accept it.`
    return [{ in: 'body' as const, pointer, code: 'legacy_font', message }]
  })
}

const describeLead = 'Describe the picture in the media library, or give it a caption there.'
const describeFigure = 'Describe the picture, give it a caption, or say that it is decorative.'

interface PlacedFigure {
  figure: Figure
  pointer: string
}

function figuresOf({ content }: RevisionContent['body']): PlacedFigure[] {
  return content.flatMap((block, i): PlacedFigure[] => {
    if (block.type === 'figure') return [{ figure: block, pointer: `/content/${i}` }]
    if (block.type !== 'gallery') return []
    return block.content.map((figure, j) => ({ figure, pointer: `/content/${i}/content/${j}` }))
  })
}

function isDescribed({ attrs, content }: Figure, alt: string | null | undefined): boolean {
  return attrs.decorative === true || isSaid(attrs.alt) || isSaid(alt) || isSaid(inlineText(content))
}

function isSaid(words: string | null | undefined): boolean {
  return words != null && words.trim() !== ''
}
