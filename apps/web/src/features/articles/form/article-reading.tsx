import type { Body } from '@bantin/shared/body'
import { mediaIdsOf } from '@bantin/shared/body/body-media'
import { fillMedia, type ShownMedia } from '@bantin/shared/body/fill-media'
import { renderBody } from '@bantin/shared/body/render-body'
import { use } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { trustedHtml } from '../../../lib/trusted-html.ts'
import { placeLines } from '../conflict/field-text.ts'
import { type EditorMedia, EditorMediaContext } from '../editor/editor-media.ts'
import styles from './article-reading.module.css'
import type { ArticleValues } from './article-values.ts'
import type { ArticleChoices } from './choices.ts'
import { HeroPicture } from './hero-picture.tsx'

/** The article's text for those who may not change it, or not now. */
export function ReadingTexts({ values }: { values: ArticleValues }) {
  const { title, kicker, sapo, body, heroMediaId } = values
  const ids = mediaIdsOf(body)
  return (
    <article className={styles.texts}>
      {kicker ? <p className={styles.kicker}>{kicker}</p> : null}
      <h1>{title}</h1>
      {sapo ? <p className={styles.sapo}>{sapo}</p> : null}
      {heroMediaId ? <HeroPicture id={heroMediaId} /> : null}
      <ReadingBody key={ids.join(' ')} body={body} ids={ids} media={noMedia} />
    </article>
  )
}

const noMedia: ReadonlyMap<string, ShownMedia> = new Map()
const noLibrary: Pick<EditorMedia, 'useItem'> = { useItem: () => undefined }

interface ReadingBodyProps {
  body: Body
  /** The files that are still to be asked for, one in each component: how many there are is known only now. */
  ids: readonly string[]
  media: ReadonlyMap<string, ShownMedia>
}

/** The text as readers will see it; every character of it is escaped by `renderBody`. */
function ReadingBody({ body, ids, media }: ReadingBodyProps) {
  const [id, ...rest] = ids
  if (id !== undefined) return <WithItem body={body} id={id} ids={rest} media={media} />
  return (
    <div className={styles.body} dangerouslySetInnerHTML={{ __html: trustedHtml(fillMedia(renderBody(body), { origin: '', media })) }} />
  )
}

function WithItem({ body, id, ids, media }: ReadingBodyProps & { id: string }) {
  const { useItem } = use(EditorMediaContext) ?? noLibrary
  const item = useItem(id)
  return <ReadingBody body={body} ids={ids} media={item ? new Map(media).set(id, item) : media} />
}

const details = ['unitId', 'categoryIds', 'units', 'bylines', 'event', 'genre', 'relatedIds'] as const

/** What else is known of the article, by its names. */
export function ReadingDetails({ values, choices }: { values: ArticleValues; choices: ArticleChoices }) {
  const words = useDeskText()
  return (
    <dl className={styles.fields}>
      {details
        .map((name) => ({ name, lines: placeLines(name, values, choices, words).filter((line) => line !== '') }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ name, lines }) => (
          <div key={name}>
            <dt>{words.form.fieldName(name)}</dt>
            {[...lines.entries()].map(([place, line]) => (
              <dd key={place}>{line}</dd>
            ))}
          </div>
        ))}
    </dl>
  )
}
