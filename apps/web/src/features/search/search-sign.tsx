import styles from './search-sign.module.css'

/** The magnifying glass. Not one of `Icon`: the signs of the desk would come to every reader with it. */
export function SearchSign() {
  return (
    <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM10.75 10.75 14 14" />
    </svg>
  )
}
