import type { EditorialArticle, EditorialArticleCard } from '@bantin/shared/editorial-articles'
import { type Actor, can } from '@bantin/shared/permissions'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { type Locale, useLocale } from '../../../lib/i18n/locale.ts'
import { Button } from '../../../ui/button.tsx'
import { PageSection } from '../../../ui/page-section.tsx'
import { SaidLine, useSaid } from '../../../ui/said-line.tsx'
import { StateBadge } from '../state-badge.tsx'
import { translateMutation, translationOf, translationsQuery } from './translations.api.ts'
import styles from './translations.module.css'

interface TranslationsProps {
  article: EditorialArticle
  site: { locales: readonly string[] }
  /** The agency's list: another genre is not taken over. */
  genres: readonly string[]
  actor: Actor
  articleLink: (id: string, text: string) => ReactNode
}

/** The languages of the site: in which there is this text, and the way to write it in the others. */
export function Translations({ article, site, genres, actor, articleLink }: TranslationsProps) {
  const words = useDeskText().form.translations
  const locale = useLocale()
  const saying = useSaid()
  const { data } = useQuery({ ...translationsQuery(article.translationGroup), enabled: site.locales.length > 1 })
  const { mutate, isPending } = useMutation(translateMutation())
  if (site.locales.length < 2 || !data) return null
  const mayWrite = can(actor, 'article.create', { unitPath: article.unitPath, createdBy: actor.userId })
  const others = site.locales.filter((tag) => tag !== article.locale)
  const make = (tag: string): void => {
    saying.hush()
    const onSuccess = (): void => saying.done(words.made(nameOf(tag, locale)))
    mutate(translationOf(article, tag, genres), { onSuccess, onError: () => saying.failed(words.failed) })
  }
  return (
    <PageSection title={words.title}>
      <p>
        {nameOf(article.locale, locale)} ({words.here})
      </p>
      {others.map((tag) => {
        const there = data.find((card) => card.locale === tag)
        if (there) return <There key={tag} card={there} articleLink={articleLink} />
        return mayWrite ? (
          <Button key={tag} className={styles.make} busy={isPending} onClick={() => make(tag)}>
            {words.make(nameOf(tag, locale))}
          </Button>
        ) : null
      })}
      <SaidLine {...saying} />
    </PageSection>
  )
}

function There({ card, articleLink }: { card: EditorialArticleCard; articleLink: TranslationsProps['articleLink'] }) {
  const locale = useLocale()
  return (
    <p className={styles.there}>
      {articleLink(card.id, nameOf(card.locale, locale))}
      <StateBadge states={card} />
    </p>
  )
}

/** A language's name in the reader's: "tiếng Anh". */
function nameOf(tag: string, locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  return locale === 'vi' ? name.replace(/^Tiếng/, 'tiếng') : name
}
