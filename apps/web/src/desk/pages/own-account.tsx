import { Link } from '@tanstack/react-router'

/** The way to one's own account. */
export function OwnAccount({ text }: { text: string }) {
  return <Link to="/ban-bien-tap/tai-khoan">{text}</Link>
}
