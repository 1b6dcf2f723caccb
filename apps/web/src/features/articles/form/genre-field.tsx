import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { SelectField } from '../../../ui/select-field.tsx'

interface GenreFieldProps {
  genre: string
  /** The agency's list. */
  genres: readonly string[]
  onGenre: (genre: string) => void
}

/** What kind of piece it is; one that the list has no more stays until another is chosen. */
export function GenreField({ genre, genres, onGenre }: GenreFieldProps) {
  const words = useDeskText().form
  if (genres.length === 0 && genre === '') return null
  const gone = genre === '' || genres.includes(genre) ? [] : [{ value: genre, label: words.genreGone(genre) }]
  return (
    <SelectField
      label={words.fields.genre}
      value={genre}
      choices={[{ value: '', label: words.genreNone }, ...genres.map((each) => ({ value: each, label: each })), ...gone]}
      onValue={onGenre}
    />
  )
}
