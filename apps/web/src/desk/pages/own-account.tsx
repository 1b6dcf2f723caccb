/** The way to one's own account. */
export function OwnAccount({ text }: { text: string }) {
  return <a href="/ban-bien-tap/tai-khoan">{text}</a>
}
