import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useCompanyText } from '../../lib/i18n/desk/use-company-text.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './also-here.module.css'
import { leaveArticle, presenceQuery } from './presence.api.ts'

interface AlsoHereProps {
  articleId: string
  /** It was deleted: there is nothing to leave any more. */
  gone?: boolean
}

/** Who else has the article open: a courtesy, nobody is kept from anything. Empty when nobody has, or nobody knows. */
export function AlsoHere({ articleId, gone = false }: AlsoHereProps) {
  const words = useCompanyText()
  const { data, isError } = useQuery({ ...presenceQuery(articleId), enabled: !gone })
  useLeaving(articleId, gone)
  const names = isError ? [] : (data ?? []).map((person) => person.name)
  return (
    <p role="status" className={styles.here}>
      {names.length > 0 ? (
        <>
          <Icon name="person" />
          {words.alsoHere(names.join(', '))}
        </>
      ) : null}
    </p>
  )
}

function useLeaving(articleId: string, gone: boolean): void {
  const client = useQueryClient()
  const isGone = useRef(gone)
  useEffect(() => {
    isGone.current = gone
  }, [gone])
  useEffect(() => {
    const leave = (): void => {
      if (!isGone.current) void leaveArticle(client, articleId)
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [client, articleId])
}
