import { Link } from '@tanstack/react-router'

/** Leads to an article at the desk. */
export function toArticle(articleId: string, title: string) {
  return (
    <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId }}>
      {title}
    </Link>
  )
}
